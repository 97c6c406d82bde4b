using Sovia.Library;

namespace Sovia.Api;

/// <summary>What was made from a root, as 8xSovia's API shows it.</summary>
internal sealed record MediaChildJson(
    Guid Id, Guid ParentPostId, Guid? UserId, DateTimeOffset? CreateTime, string? Prompt, string? OriginalPrompt, string? MediaType,
    string? MediaUrl, string? MimeType, string? ModelName, string? Mode)
{
    /// <summary>A post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="parent">What it hangs under.</param>
    /// <param name="files">What addresses of files begin with.</param>
    public static MediaChildJson From(Post post, Guid parent, string files) => new(
        post.Id, parent, post.OwnerId, post.CreatedAt, post.Prompt, post.OriginalPrompt, FormatMediaType(post.Kind),
        GetMediaUrl(post, files), post.MimeType, post.Model, post.Mode);

    /// <summary>A kind as exports spell it.</summary>
    public static string? FormatMediaType(MediaKind kind) =>
        kind switch { MediaKind.Image => "MEDIA_POST_TYPE_IMAGE", MediaKind.Video => "MEDIA_POST_TYPE_VIDEO", _ => null };

    /// <summary>Where the bytes are: on this site where it has them, else where they were.</summary>
    public static string? GetMediaUrl(Post post, string files) =>
        post.File is { Missing: false } ? $"{files}/files/{post.Id}" : post.MediaUrl;
}
