using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Merges all source records of a post, independent of the order of imports. For each property the better source record wins; empty
/// values are ignored; lists are united; for likes the record seen last wins.
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
        List<Post> said = statements.Count == 1 && known.Statements.Count == 1 && ReferenceEquals(known.Statements[0], statements[0])
            ? [known] : [.. statements.Select(sourceRecord => SourceRecordConverter.ToPost(known.Id, sourceRecord, parent))];
        var like = said.Where(post => post.Liked is not null).MinBy(post => post.Statements[0], ByLike);
        return FileMetadata.ApplyTo(MergeFields(said) with
        {
            Id = known.Id,
            RootId = known.RootId,
            IsStub = said.Count == 0,
            ParentId = parent,
            Liked = like?.Liked,
            LikedSeenAt = like?.Statements[0].SeenAt,
            File = known.File,
            FileWords = known.FileWords,
            Statements = statements,
        });
    }

    /// <summary>Returns the parent of a post. A stated parent takes precedence over the enclosing post.</summary>
    public static Guid? FindParentId(Guid id, IReadOnlyList<SourceRecord> statements) =>
        FindFirstParentId(id, statements, static sourceRecord => sourceRecord.Parent)
        ?? FindFirstParentId(id, statements, static sourceRecord => sourceRecord.Enclosing);

    private static Guid? FindFirstParentId(Guid id, IReadOnlyList<SourceRecord> statements, Func<SourceRecord, Guid?> from)
    {
        for (var i = 0; i < statements.Count; i++)
            if (from(statements[i]) is { } parent && parent != id) return parent;
        return null;
    }

    private static Post MergeFields(List<Post> said)
    {
        // Nearly all posts have a single source record, so there is nothing to merge.
        if (said.Count == 1) return said[0];
        T? Best<T>(Func<Post, T?> fact) => said.Select(fact).FirstOrDefault(value => value is not null);
        return new()
        {
            Id = default,
            RootId = default,
            Kind = said.Select(post => post.Kind).FirstOrDefault(kind => kind != MediaKind.Unknown),
            CreatedAt = Best(post => post.CreatedAt),
            OwnerId = Best(post => post.OwnerId),
            Prompt = Best(post => post.Prompt),
            OriginalPrompt = Best(post => post.OriginalPrompt),
            Title = Best(post => post.Title),
            Model = Best(post => post.Model),
            Mode = Best(post => post.Mode),
            Derivation = Best(post => post.Derivation),
            MimeType = Best(post => post.MimeType),
            MediaUrl = Best(post => post.MediaUrl),
            ThumbnailUrl = Best(post => post.ThumbnailUrl),
            LastFrameUrl = Best(post => post.LastFrameUrl),
            HdUrl = Best(post => post.HdUrl),
            Hd1080Url = Best(post => post.Hd1080Url),
            WatermarkedUrl = Best(post => post.WatermarkedUrl),
            AudioUrls = Union(said, post => post.AudioUrls),
            Width = Best(post => post.Width),
            Height = Best(post => post.Height),
            Duration = Best(post => post.Duration),
            ExtendsFrom = Best(post => post.ExtendsFrom),
            ResolutionName = Best(post => post.ResolutionName),
            Moderated = Best(post => post.Moderated),
            Restricted = Best(post => post.Restricted),
            Uploaded = Best(post => post.Uploaded),
            Watermarked = Best(post => post.Watermarked),
            ConversationId = Best(post => post.ConversationId),
            References = Union(said, post => post.References),
        };
    }

    private static IReadOnlyList<T> Union<T>(List<Post> said, Func<Post, IReadOnlyList<T>> list) =>
        said.Count == 1 ? list(said[0]) : [.. said.SelectMany(list).Distinct()];
}
