using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media.Scanning;

/// <summary>A file that the scan opened.</summary>
/// <param name="Entry">Location, length and time of the file.</param>
/// <param name="Sha256">SHA-256 of the content; null for a file that is not media.</param>
/// <param name="Type">The type detected from the first bytes.</param>
/// <param name="StatedId">The post ID in a sidecar.</param>
/// <param name="Name">The original file name of an upload.</param>
internal sealed record ScannedFile(FileEntry Entry, string? Sha256, MediaType Type, Guid? StatedId = null, string? Name = null)
{
    /// <summary>The actual type of a misnamed file, as a message for the user.</summary>
    public string? Problem { get; init; }

    /// <summary>Facts about a new content.</summary>
    public MediaProperties? Facts { get; init; }

    /// <summary>Whether a video can be fully decoded later.</summary>
    public bool CanDecodeFully { get; init; }

    /// <summary>The metadata embedded in a new content.</summary>
    public EmbeddedMetadata? Embedded { get; init; }
}
