using Sovia.Library;

namespace Sovia.Downloads;

/// <summary>A file that is not here yet and may be fetched.</summary>
/// <param name="PostId">The post it belongs to.</param>
/// <param name="Role">What it is to that post.</param>
/// <param name="Kind">What its bytes must turn out to be; unknown for sound and for posts that nobody described.</param>
/// <param name="Url">Where it is: https, plain ASCII, without user or fragment.</param>
/// <param name="Host">The host of <paramref name="Url"/> in lower case.</param>
/// <param name="Access">What that host asks for.</param>
/// <param name="Target">Where it belongs below a media root, parted by <c>/</c>; no part leads out of it.</param>
/// <param name="Mime">The type that was stated, where it is one that is known.</param>
/// <param name="Size">The length in bytes, where known.</param>
public sealed record MissingFile(Guid PostId, DownloadRole Role, MediaKind Kind, string Url, string Host, HostAccess Access, string Target,
    string? Mime, long? Size);
