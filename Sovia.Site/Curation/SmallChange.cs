namespace Sovia.Curation;

/// <summary>A change of a few posts, which becomes a batch of its own.</summary>
/// <param name="Ids">The posts; those that the library does not have are passed over.</param>
/// <param name="Transform">The annotation of a post as it is to be.</param>
/// <param name="WithLikes">Whether it asks when sources of likes were seen.</param>
/// <param name="CreateBatch">The batch without text or number.</param>
/// <param name="Describe">Says in words what changed: of each field, how many posts.</param>
internal sealed record SmallChange(
    IReadOnlyCollection<Guid> Ids, Func<PostSnapshot, Annotation> Transform, bool WithLikes, Func<Batch> CreateBatch,
    Func<IReadOnlyDictionary<string, int>, string> Describe)
{
    /// <summary>Applies it to posts as they are known, and notes there what they become.</summary>
    /// <param name="known">The posts of the library.</param>
    /// <returns>What came of it, and the event that says so; null where nothing has changed.</returns>
    public (ChangeResult Result, PostsChanged? Event) Apply(Dictionary<Guid, PostSnapshot> known)
    {
        var changed = new List<ChangedPost>();
        var met = Ids.Where(known.ContainsKey).Select(id => known[id]).ToList();
        foreach (var post in met)
        {
            var after = Transform(post);
            if (ChangedPost.Compare(post.Annotation, after) is not { } one) continue;
            changed.Add(one);
            known[after.Id] = post with
            {
                Annotation = after,
                Liked = (after.Liked, after.LikedAt) == (post.Annotation.Liked, post.Annotation.LikedAt) ? post.Liked : after.Liked
            };
        }
        var batch = changed.Count == 0 ? null : CreateBatch() with
        {
            Text = Describe(AnnotationUpdate.CountByField(changed)),
            Count = changed.Count,
            Done = met.Count,
            Total = met.Count
        };
        return (new(batch, met.Count, []) { SinglePost = met.Count == 1 ? known[met[0].Annotation.Id] : null }, batch is null ? null
            : new(changed));
    }
}
