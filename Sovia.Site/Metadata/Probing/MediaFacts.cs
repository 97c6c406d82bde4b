namespace Sovia.Metadata.Probing;

/// <summary>What the bytes of a file say about the picture or clip in it. Null: not found out.</summary>
public sealed record MediaFacts
{
    /// <summary>Width in pixels, as shown: after the rotation that the file asks for.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as shown.</summary>
    public int? Height { get; init; }

    /// <summary>Length of a clip in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Frames a second of a clip.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether a clip has sound.</summary>
    public bool? HasAudio { get; init; }

    /// <summary>The mean colour as <c>#rrggbb</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>A ThumbHash of the picture or of a clip's first frame, base64.</summary>
    public string? ThumbHash { get; init; }

    /// <summary>
    /// Which probe found it out, <see cref="Sovia.Metadata.Probing.MediaProbe.Version"/>; null for one before there were versions, and
    /// where the file could not be read.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>Why not all can be shown of it, in words for the user; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Why its bytes are not whole, in words for the user; null where nothing speaks against them. What is only of a kind that nothing
    /// here decodes has a problem and no damage.
    /// </summary>
    public string? Damage { get; init; }
}
