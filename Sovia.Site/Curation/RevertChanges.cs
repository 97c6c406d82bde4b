namespace Sovia.Curation;

/// <summary>Reverts fields that a batch changed, if they still have the value the batch gave them.</summary>
/// <param name="changed">The batch's changes.</param>
/// <param name="isForced">Whether to revert fields that were changed since as well.</param>
/// <param name="only">The only fields to revert, by post; null for all.</param>
internal sealed class RevertChanges(IEnumerable<ChangedPost> changed, bool isForced = false,
    IReadOnlySet<(Guid Post, string Field)>? only = null)
{
    private readonly Dictionary<Guid, ChangedPost> posts = changed.ToDictionary(post => post.Before.Id);
    private readonly List<SkippedField> skippedFields = [];

    /// <summary>IDs of the posts.</summary>
    public IReadOnlyCollection<Guid> Ids => posts.Keys;

    /// <summary>Whether reverting can remove posts from lists or return them.</summary>
    public bool ChangesVisibility => posts.Values.Any(post => post.Fields.Any(AnnotationField.ChangesVisibility));

    /// <summary>Fields that were changed since the batch.</summary>
    public IReadOnlyList<SkippedField> SkippedFields => skippedFields;

    /// <summary>Returns the annotation of a post after reverting.</summary>
    public Annotation Revert(PostSnapshot post)
    {
        var current = post.Annotation;
        var reverted = current;
        var change = posts[current.Id];
        foreach (var field in change.Fields.Select(AnnotationField.Get))
        {
            if (only?.Contains((current.Id, field.Name)) == false) continue;
            if (isForced || field.AreEqual(current, change.After)) reverted = field.Copy(reverted, change.Before);
            else if (!field.AreEqual(current, change.Before)) skippedFields.Add(new(current.Id, field.Name));
        }
        return reverted;
    }
}
