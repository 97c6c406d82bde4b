using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>A cursor of the list of missing posts, in the sort order of the index.</summary>
/// <param name="Safety">The file status: away, damaged or missing.</param>
/// <param name="Host">The host.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The post.</param>
public sealed record MissingPostsCursor(FileStatus Safety, string Host, MediaKind Kind, Guid Id)
{
    /// <summary>Returns the cursor of a post.</summary>
    public static MissingPostsCursor FromPost(Post post) => new(post.Safety, post.MediaHost, post.Kind, post.Id);

    /// <summary>Parses the output of <see cref="ToString"/>; returns null for any other text.</summary>
    public static MissingPostsCursor? Parse(string? text) =>
        text?.Split('_', 4) is [var safety, var kind, var idText, var host]
        && Enum.TryParse<FileStatus>(safety, out var status) && Enum.IsDefined(status) && Enum.TryParse<MediaKind>(kind, out var mediaKind)
        && Enum.IsDefined(mediaKind)
        && Guid.TryParseExact(idText, "N", out var postId) && host.Length <= 255 && !host.Contains('\0')
            ? new(status, host, mediaKind, postId)
            : null;

    /// <summary>Formats the cursor for URLs.</summary>
    public override string ToString() => $"{Safety}_{Kind}_{Id:N}_{Host}";
}
