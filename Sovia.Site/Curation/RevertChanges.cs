namespace Sovia.Curation;

/// <summary>Sets posts back to what they were before a batch changed them, as far as they still are what it made of them.</summary>
/// <param name="changed">What the batch did to them.</param>
/// <param name="isForced">Whether fields that were changed again since are set back too.</param>
internal sealed class RevertChanges(IEnumerable<ChangedPost> changed, bool isForced = false)
{
    private readonly Dictionary<Guid, ChangedPost> posts = changed.ToDictionary(post => post.Before.Id);
    private readonly List<SkippedField> left = [];

    /// <summary>The posts.</summary>
    public IReadOnlyCollection<Guid> Ids => posts.Keys;

    /// <summary>Whether any may leave lists or come back.</summary>
    public bool MovesPosts => posts.Values.Any(post => post.Fields.Any(AnnotationField.MovesPosts));

    /// <summary>Fields that were changed again since.</summary>
    public IReadOnlyList<SkippedField> SkippedFields => left;

    /// <summary>The annotation of a post as this leaves it.</summary>
    public Annotation Revert(PostSnapshot post)
    {
        var now = post.Annotation;
        var back = now;
        var done = posts[now.Id];
        foreach (var field in done.Fields.Select(AnnotationField.Get))
        {
            if (isForced || field.AreEqual(now, done.After)) back = field.Copy(back, done.Before);
            else if (!field.AreEqual(now, done.Before)) left.Add(new(now.Id, field.Name));
        }
        return back;
    }
}
