using Sovia.Curation;
using Sovia.Library;

namespace Sovia.Api;

/// <summary>A post with its annotation. Unknown values are null.</summary>
internal sealed record PostJson(
    Guid Id, Guid FamilyId, Guid? ParentId, string Type, DateTimeOffset? CreatedAt, Guid? OwnerId, string? Prompt, string? OriginalPrompt,
    string? Title, string? Model, string? Mode, string? Derivation, string? MimeType,
    string? MediaUrl, string? FileUrl, string? Sha256, long? Bytes, int? Width, int? Height, double? Duration, bool? Liked,
    AnnotationJson Annotation)
{
    /// <summary>Converts a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="annotation">Its annotation; null if it has none.</param>
    /// <param name="baseUrl">The base of file URLs.</param>
    public static PostJson From(Post post, Annotation? annotation, string baseUrl)
    {
        var liked = LikeRule.IsLiked(post, annotation);
        var file = post.File is { Missing: false } savedFile ? savedFile : null;
        return new(
            post.Id, post.RootId, post.ParentId, post.Kind.ToString().ToLowerInvariant(), post.CreatedAt, post.OwnerId, post.Prompt,
            post.OriginalPrompt, post.Title, post.Model, post.Mode, post.Derivation, post.MimeType,
            post.MediaUrl, file is null ? null : $"{baseUrl}/files/{post.Id}", file?.Sha256, file?.Length, post.Size?.Width,
            post.Size?.Height, post.Duration ?? file?.Duration, liked,
            AnnotationJson.From(annotation ?? new() { Id = post.Id }, liked));
    }
}
