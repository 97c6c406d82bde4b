using Sovia.Library;

namespace Sovia.Api;

/// <summary>A post made from a root, in the format of 8xSovia's API.</summary>
internal sealed record MediaChildJson(
    Guid Id, Guid ParentPostId, Guid? UserId, DateTimeOffset? CreateTime, string? Prompt, string? OriginalPrompt, string? MediaType,
    string? MediaUrl, string? MimeType, string? ModelName, string? Mode)
{
    /// <summary>Converts a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="parent">ID of its parent.</param>
    /// <param name="files">The base of file URLs.</param>
    public static MediaChildJson From(Post post, Guid parent, string files) => new(
        post.Id, parent, post.OwnerId, post.CreatedAt, post.Prompt, post.OriginalPrompt, FormatMediaType(post.Kind),
        GetMediaUrl(post, files), post.MimeType, post.Model, post.Mode);

    /// <summary>Formats a media kind in the spelling of exports.</summary>
    public static string? FormatMediaType(MediaKind kind) =>
        kind switch { MediaKind.Image => "MEDIA_POST_TYPE_IMAGE", MediaKind.Video => "MEDIA_POST_TYPE_VIDEO", _ => null };

    /// <summary>Returns the URL of the file: on this site if saved, otherwise the original one.</summary>
    public static string? GetMediaUrl(Post post, string files) =>
        post.File is { Missing: false } ? $"{files}/files/{post.Id}" : post.MediaUrl;
}
