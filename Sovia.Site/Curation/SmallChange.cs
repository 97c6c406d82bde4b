namespace Sovia.Curation;

/// <summary>A change of a few posts, stored as a separate batch.</summary>
/// <param name="Ids">IDs of the posts; IDs not in the library are ignored.</param>
/// <param name="Transform">Returns the new annotation of a post.</param>
/// <param name="WithLikes">Whether to read when the sources of the likes were last seen.</param>
/// <param name="CreateBatch">Creates the batch, without text and count.</param>
/// <param name="Describe">Describes the change from the number of changed posts by field, and the locked collections.</param>
internal sealed record SmallChange(
    IReadOnlyCollection<Guid> Ids, Func<PostSnapshot, Annotation> Transform, bool WithLikes, Func<Batch> CreateBatch,
    Func<IReadOnlyDictionary<string, int>, LockedCollections, string> Describe)
{
    /// <summary>Whether the change adds posts to collections or removes them.</summary>
    public bool ChangesCollections { get; init; }

    /// <summary>Applies the change to the posts, and updates <paramref name="postsById"/> with the results.</summary>
    /// <param name="postsById">The posts of the library.</param>
    /// <param name="locked">The locked collections, which the change must not touch.</param>
    /// <returns>The result, and the event to store; null if nothing changed.</returns>
    public (ChangeResult Result, PostsChanged? Event) Apply(Dictionary<Guid, PostSnapshot> postsById, LockedCollections locked)
    {
        var (changed, skipped) = (new List<ChangedPost>(), new List<SkippedField>());
        var posts = Ids.Where(postsById.ContainsKey).Select(id => postsById[id]).ToList();
        foreach (var post in posts)
        {
            var after = locked.Protect(post.Annotation, Transform(post), skipped);
            if (ChangedPost.Compare(post.Annotation, after) is not { } changedPost) continue;
            changed.Add(changedPost);
            postsById[after.Id] = post with
            {
                Annotation = after,
                Liked = (after.Liked, after.LikedAt) == (post.Annotation.Liked, post.Annotation.LikedAt) ? post.Liked : after.Liked
            };
        }
        var batch = changed.Count == 0 ? null : CreateBatch() with
        {
            Text = Describe(AnnotationUpdate.CountByField(changed), locked),
            Count = changed.Count,
            Done = posts.Count,
            Total = posts.Count,
            Left = skipped.Count,
        };
        return (new(batch, posts.Count, skipped) { SinglePost = posts.Count == 1 ? postsById[posts[0].Annotation.Id] : null }, batch is null
            ? null
            : new(changed));
    }
}
