using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>A place in the list of missing posts, which is sorted as their index is.</summary>
/// <param name="Safety">Away, damaged or missing.</param>
/// <param name="Host">The host.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The post.</param>
public sealed record MissingPostsCursor(FileStatus Safety, string Host, MediaKind Kind, Guid Id)
{
    /// <summary>The place of a post.</summary>
    public static MissingPostsCursor FromPost(Post post) => new(post.Safety, post.MediaHost, post.Kind, post.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static MissingPostsCursor? Parse(string? text) =>
        text?.Split('_', 4) is [var safety, var kind, var id, var host]
        && Enum.TryParse<FileStatus>(safety, out var safe) && Enum.IsDefined(safe) && Enum.TryParse<MediaKind>(kind, out var known)
        && Enum.IsDefined(known)
        && Guid.TryParseExact(id, "N", out var post) && host.Length <= 255 && !host.Contains('\0')
            ? new(safe, host, known, post)
            : null;

    /// <summary>The form for addresses.</summary>
    public override string ToString() => $"{Safety}_{Kind}_{Id:N}_{Host}";
}
