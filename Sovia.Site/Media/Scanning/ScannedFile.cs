using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media.Scanning;

/// <summary>A file that was opened.</summary>
/// <param name="Entry">Where and how it was met.</param>
/// <param name="Sha256">Its content's hash; null for what is no media.</param>
/// <param name="Type">What its first bytes say.</param>
/// <param name="StatedId">The post a sidecar states.</param>
/// <param name="Name">What it was called where it came from, for an upload.</param>
internal sealed record ScannedFile(FileEntry Entry, string? Sha256, MediaType Type, Guid? StatedId = null, string? Name = null)
{
    /// <summary>What it really is, where its name says something else.</summary>
    public string? Problem { get; init; }

    /// <summary>What was found out about a content not met before.</summary>
    public MediaFacts? Facts { get; init; }

    /// <summary>Whether a clip can be decoded to its end later.</summary>
    public bool CanDecodeFully { get; init; }

    /// <summary>What a generator wrote into a content not met before.</summary>
    public EmbeddedMetadata? Embedded { get; init; }
}
