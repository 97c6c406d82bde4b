using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Puts what a source states together with what the library knows. Nothing is overwritten by emptiness; of two different
/// facts the newer statement is shown; a statement met before changes nothing, so an old export cannot undo a newer one.
/// </summary>
internal static class PostMerge
{
    /// <summary>The post that knows both; <paramref name="known"/> itself where there is nothing new.</summary>
    /// <param name="known">The post as the library has it.</param>
    /// <param name="stated">The post as a source states it.</param>
    /// <param name="conflicts">Names of facts in which the two differed.</param>
    public static Post Of(Post known, Post stated, List<string> conflicts)
    {
        var merged = stated.Raw.All(raw => known.Raw.Contains(raw, StringComparer.Ordinal)) ? known : Facts(known, stated, conflicts);
        // Lineage does not stand in the raw text of a post that its parent encloses, so it is merged in any case.
        return merged with { ParentId = Parent(known, stated) };
    }

    private static Guid? Parent(Post known, Post stated) => stated.IsStub ? known.ParentId ?? stated.ParentId
        : known.IsStub ? stated.ParentId ?? known.ParentId
        : stated.ParentId ?? known.ParentId;

    private static Post Facts(Post known, Post stated, List<string> conflicts)
    {
        T? Newer<T>(T? old, T? fresh, string name)
        {
            if (fresh is null) return old;
            if (old is not null && !EqualityComparer<T>.Default.Equals(old, fresh)) conflicts.Add(name);
            return fresh;
        }

        return known with
        {
            IsStub = known.IsStub && stated.IsStub,
            Kind = stated.Kind == MediaKind.Unknown ? known.Kind : known.IsStub || known.Kind == MediaKind.Unknown ? stated.Kind : Newer<MediaKind?>(known.Kind, stated.Kind, "kind")!.Value,
            CreatedAt = Newer(known.CreatedAt, stated.CreatedAt, "createTime"),
            OwnerId = Newer(known.OwnerId, stated.OwnerId, "userId"),
            Prompt = Newer(known.Prompt, stated.Prompt, "prompt"),
            OriginalPrompt = Newer(known.OriginalPrompt, stated.OriginalPrompt, "originalPrompt"),
            Title = Newer(known.Title, stated.Title, "title"),
            Model = Newer(known.Model, stated.Model, "modelName"),
            Mode = Newer(known.Mode, stated.Mode, "mode"),
            Derivation = Newer(known.Derivation, stated.Derivation, "originalRefType"),
            MimeType = Newer(known.MimeType, stated.MimeType, "mimeType"),
            MediaUrl = Newer(known.MediaUrl, stated.MediaUrl, "mediaUrl"),
            ThumbnailUrl = Newer(known.ThumbnailUrl, stated.ThumbnailUrl, "thumbnailImageUrl"),
            LastFrameUrl = Newer(known.LastFrameUrl, stated.LastFrameUrl, "lastFrameThumbnailImageUrl"),
            HdUrl = Newer(known.HdUrl, stated.HdUrl, "hdMediaUrl"),
            Hd1080Url = Newer(known.Hd1080Url, stated.Hd1080Url, "hd1080MediaUrl"),
            WatermarkedUrl = Newer(known.WatermarkedUrl, stated.WatermarkedUrl, "watermarkedMediaUrl"),
            AudioUrls = Union(known.AudioUrls, stated.AudioUrls),
            Width = Newer(known.Width, stated.Width, "width"),
            Height = Newer(known.Height, stated.Height, "height"),
            Duration = Newer(known.Duration, stated.Duration, "videoDuration"),
            ExtendsFrom = Newer(known.ExtendsFrom, stated.ExtendsFrom, "videoExtensionStartTime"),
            ResolutionName = Newer(known.ResolutionName, stated.ResolutionName, "resolutionName"),
            // A like may be taken back and a flag be set later: newer news, no conflict.
            Liked = stated.Liked ?? known.Liked,
            Moderated = stated.Moderated ?? known.Moderated,
            Restricted = stated.Restricted ?? known.Restricted,
            Uploaded = stated.Uploaded ?? known.Uploaded,
            Watermarked = stated.Watermarked ?? known.Watermarked,
            ConversationId = Newer(known.ConversationId, stated.ConversationId, "conversationId"),
            References = Union(known.References, stated.References),
            SourceIndex = known.SourceIndex ?? stated.SourceIndex,
            Raw = Union(known.Raw, stated.Raw),
        };
    }

    // The known list itself where nothing is added, so that records compare equal.
    private static IReadOnlyList<T> Union<T>(IReadOnlyList<T> known, IReadOnlyList<T> stated) =>
        stated.All(known.Contains) ? known : [.. known.Union(stated)];
}
