namespace Sovia.Downloads.Fetching;

/// <summary>
/// A clip that was downloaded, remembered by its content. The same content at another address is no clip but what the host shows instead of
/// one.
/// </summary>
public sealed record ServedClip
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>The post it was first served for.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The run in which that was.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Where it was put then.</summary>
    public required string Target { get; init; }

    /// <summary>True once it was served for another post too.</summary>
    public bool IsPlaceholder { get; init; }
}
