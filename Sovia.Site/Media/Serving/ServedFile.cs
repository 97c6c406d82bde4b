using Sovia.Metadata;

namespace Sovia.Media.Serving;

/// <summary>A file of a post, with the details needed to serve it.</summary>
/// <param name="PostId">The post.</param>
/// <param name="CreatedAt">When the post was created, if known.</param>
/// <param name="File">The file.</param>
/// <param name="Type">The type detected from the first bytes.</param>
/// <param name="Sha256">SHA-256 of the content, if a scan recorded it.</param>
internal sealed record ServedFile(Guid PostId, DateTimeOffset? CreatedAt, LocalFile File, MediaType Type, string? Sha256)
{
    /// <summary>URLs with the declared MIME type whose files would be served instead if they were present.</summary>
    public IReadOnlyList<(string? Url, string? MimeType)> PreferredUrls { get; init; } = [];
}
