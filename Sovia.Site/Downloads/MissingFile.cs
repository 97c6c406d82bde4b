using Sovia.Library;

namespace Sovia.Downloads;

/// <summary>A file that is not saved yet and may be downloaded.</summary>
/// <param name="PostId">The post it belongs to.</param>
/// <param name="Role">Its role within the post.</param>
/// <param name="Kind">The kind that its content must have; unknown for audio and for posts without a description.</param>
/// <param name="Url">Its URL: https, plain ASCII, without user or fragment.</param>
/// <param name="Host">The host of <paramref name="Url"/> in lower case.</param>
/// <param name="Access">The access that the host requires.</param>
/// <param name="Target">Its path below a media root, separated by <c>/</c>; no segment leads out of the root.</param>
/// <param name="Mime">The MIME type from the source, if it is a known one.</param>
/// <param name="Size">Its length in bytes, if known.</param>
public sealed record MissingFile(Guid PostId, DownloadRole Role, MediaKind Kind, string Url, string Host, HostAccess Access, string Target,
    string? Mime, long? Size);
