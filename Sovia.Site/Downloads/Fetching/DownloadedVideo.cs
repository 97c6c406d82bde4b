namespace Sovia.Downloads.Fetching;

/// <summary>
/// A downloaded video, stored by its content hash. The same content at another URL means that it is the host's placeholder.
/// </summary>
public sealed record DownloadedVideo
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>The post for which the host first served this content.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The run that first downloaded the content.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The target path of that first download.</summary>
    public required string Target { get; init; }

    /// <summary>True once the host has served the content for another post too.</summary>
    public bool IsPlaceholder { get; init; }
}
