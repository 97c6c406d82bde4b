using Sovia.Library;

namespace Sovia.Import;

/// <summary>Finds the properties in which a source and the library differ.</summary>
internal static class PostConflicts
{
    private static readonly (string Name, Func<Post, object?> Fact)[] Fields =
    [
        ("kind", post => post.Kind == MediaKind.Unknown ? null : post.Kind), ("createTime", post => post.CreatedAt),
        ("userId", post => post.OwnerId),
        ("prompt", post => post.Prompt), ("originalPrompt", post => post.OriginalPrompt), ("title", post => post.Title),
        ("modelName", post => post.Model),
        ("mode", post => post.Mode), ("originalRefType", post => post.Derivation), ("mimeType", post => post.MimeType),
        ("mediaUrl", post => post.MediaUrl),
        ("thumbnailImageUrl", post => post.ThumbnailUrl), ("lastFrameThumbnailImageUrl", post => post.LastFrameUrl),
        ("hdMediaUrl", post => post.HdUrl),
        ("hd1080MediaUrl", post => post.Hd1080Url), ("watermarkedMediaUrl", post => post.WatermarkedUrl), ("width", post => post.Width),
        ("height", post => post.Height), ("videoDuration", post => post.Duration), ("videoExtensionStartTime", post => post.ExtendsFrom),
        ("resolutionName", post => post.ResolutionName), ("conversationId", post => post.ConversationId),
    ];

    /// <summary>
    /// Returns the names of properties that both have with different values. Likes and flags are ignored, because a later change of them is
    /// an update rather than a conflict.
    /// </summary>
    public static IReadOnlyList<string> FindFields(Post known, Post stated) =>
        known.IsStub ? [] : [.. Fields.Where(fact => fact.Fact(known) is { } old && fact.Fact(stated) is { } said && !old.Equals(said))
            .Select(fact => fact.Name)];
}
