namespace Sovia.Curation;

/// <summary>Reverts fields that a batch changed, if they still have the value the batch gave them.</summary>
/// <param name="changed">The batch's changes.</param>
/// <param name="isForced">Whether to revert fields that were changed since as well.</param>
/// <param name="only">The only fields to revert, by post; null for all.</param>
internal sealed class RevertChanges(IEnumerable<ChangedPost> changed, bool isForced = false,
    IReadOnlySet<(Guid Post, string Field)>? only = null)
{
    private readonly Dictionary<Guid, ChangedPost> posts = changed.ToDictionary(post => post.Before.Id);
    private readonly List<SkippedField> left = [];

    /// <summary>IDs of the posts.</summary>
    public IReadOnlyCollection<Guid> Ids => posts.Keys;

    /// <summary>Whether reverting can remove posts from lists or return them.</summary>
    public bool MovesPosts => posts.Values.Any(post => post.Fields.Any(AnnotationField.MovesPosts));

    /// <summary>Fields that were changed since the batch.</summary>
    public IReadOnlyList<SkippedField> SkippedFields => left;

    /// <summary>Returns the annotation of a post after reverting.</summary>
    public Annotation Revert(PostSnapshot post)
    {
        var now = post.Annotation;
        var back = now;
        var done = posts[now.Id];
        foreach (var field in done.Fields.Select(AnnotationField.Get))
        {
            if (only?.Contains((now.Id, field.Name)) == false) continue;
            if (isForced || field.AreEqual(now, done.After)) back = field.Copy(back, done.Before);
            else if (!field.AreEqual(now, done.Before)) left.Add(new(now.Id, field.Name));
        }
        return back;
    }
}
