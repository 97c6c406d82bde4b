using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Merges all source records of a post, independent of the order of imports. For each property the better source record wins; empty
/// values are ignored, lists are united, and likes come from the record seen last.
/// </summary>
internal static class PostMerger
{
    private static readonly Comparer<SourceRecord> ByLike = Comparer<SourceRecord>.Create(SourceRecordComparer.CompareLikes);

    /// <summary>Returns the post merged from these source records; the other properties come from the known post.</summary>
    /// <param name="known">The stored post, or the post of one source record.</param>
    /// <param name="statements">All source records of the post, in order.</param>
    public static Post Merge(Post known, IReadOnlyList<SourceRecord> statements)
    {
        var parent = FindParentId(known.Id, statements);
        List<Post> posts = statements.Count == 1 && known.SourceRecords.Count == 1 && ReferenceEquals(known.SourceRecords[0], statements[0])
            ? [known] : [.. statements.Select(sourceRecord => SourceRecordConverter.ToPost(known.Id, sourceRecord, parent))];
        var latestLike = posts.Where(post => post.Liked is not null).MinBy(post => post.SourceRecords[0], ByLike);
        return FileMetadata.ApplyTo(MergeFields(posts) with
        {
            Id = known.Id,
            RootId = known.RootId,
            IsStub = posts.Count == 0,
            ParentId = parent,
            Liked = latestLike?.Liked,
            LikedSeenAt = latestLike?.SourceRecords[0].SeenAt,
            File = known.File,
            FileMetadata = known.FileMetadata,
            SourceRecords = statements,
        });
    }

    /// <summary>Returns the parent of a post. A stated parent takes precedence over the enclosing post.</summary>
    public static Guid? FindParentId(Guid id, IReadOnlyList<SourceRecord> statements) =>
        FindFirstParentId(id, statements, static sourceRecord => sourceRecord.Parent)
        ?? FindFirstParentId(id, statements, static sourceRecord => sourceRecord.Enclosing);

    private static Guid? FindFirstParentId(Guid id, IReadOnlyList<SourceRecord> statements, Func<SourceRecord, Guid?> getParentId)
    {
        for (var i = 0; i < statements.Count; i++)
            if (getParentId(statements[i]) is { } parent && parent != id) return parent;
        return null;
    }

    private static Post MergeFields(List<Post> posts)
    {
        // Nearly all posts have a single source record, so there is nothing to merge.
        if (posts.Count == 1) return posts[0];
        T? PickBest<T>(Func<Post, T?> selector) => posts.Select(selector).FirstOrDefault(value => value is not null);
        return new()
        {
            Id = default,
            RootId = default,
            Kind = posts.Select(post => post.Kind).FirstOrDefault(kind => kind != MediaKind.Unknown),
            CreatedAt = PickBest(post => post.CreatedAt),
            OwnerId = PickBest(post => post.OwnerId),
            Prompt = PickBest(post => post.Prompt),
            OriginalPrompt = PickBest(post => post.OriginalPrompt),
            Title = PickBest(post => post.Title),
            Model = PickBest(post => post.Model),
            Mode = PickBest(post => post.Mode),
            Derivation = PickBest(post => post.Derivation),
            MimeType = PickBest(post => post.MimeType),
            MediaUrl = PickBest(post => post.MediaUrl),
            ThumbnailUrl = PickBest(post => post.ThumbnailUrl),
            LastFrameUrl = PickBest(post => post.LastFrameUrl),
            HdUrl = PickBest(post => post.HdUrl),
            Hd1080Url = PickBest(post => post.Hd1080Url),
            WatermarkedUrl = PickBest(post => post.WatermarkedUrl),
            AudioUrls = Union(posts, post => post.AudioUrls),
            Width = PickBest(post => post.Width),
            Height = PickBest(post => post.Height),
            Duration = PickBest(post => post.Duration),
            ExtendsFrom = PickBest(post => post.ExtendsFrom),
            ResolutionName = PickBest(post => post.ResolutionName),
            Moderated = PickBest(post => post.Moderated),
            Restricted = PickBest(post => post.Restricted),
            Uploaded = PickBest(post => post.Uploaded),
            Watermarked = PickBest(post => post.Watermarked),
            ConversationId = PickBest(post => post.ConversationId),
            References = Union(posts, post => post.References),
        };
    }

    private static IReadOnlyList<T> Union<T>(List<Post> posts, Func<Post, IReadOnlyList<T>> selector) =>
        posts.Count == 1 ? selector(posts[0]) : [.. posts.SelectMany(selector).Distinct()];
}
