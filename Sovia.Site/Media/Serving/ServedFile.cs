using Sovia.Metadata;

namespace Sovia.Media.Serving;

/// <summary>A file that holds bytes of a post, and what is said of them when they are served.</summary>
/// <param name="PostId">The post.</param>
/// <param name="CreatedAt">When the post was made, where known.</param>
/// <param name="File">The file.</param>
/// <param name="Type">What its first bytes show.</param>
/// <param name="Sha256">The hash of its content, where a scan has told it.</param>
internal sealed record ServedFile(Guid PostId, DateTimeOffset? CreatedAt, LocalFile File, MediaType Type, string? Sha256)
{
    /// <summary>Addresses whose bytes would be served instead, were they here, with the stated type.</summary>
    public IReadOnlyList<(string? Url, string? MimeType)> PreferredUrls { get; init; } = [];
}
