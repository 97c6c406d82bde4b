namespace Sovia.Metadata.Probing;

/// <summary>Facts read from the content of an image or video. Null means unknown.</summary>
public sealed record MediaProperties
{
    /// <summary>Width in pixels as displayed, after the rotation that the file declares.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as displayed.</summary>
    public int? Height { get; init; }

    /// <summary>Duration of a video in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Frames per second of a video.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Whether a video has audio.</summary>
    public bool? HasAudio { get; init; }

    /// <summary>The mean colour as <c>#rrggbb</c>.</summary>
    public string? Colour { get; init; }

    /// <summary>ThumbHash of the image or of a video's first frame, in base64.</summary>
    public string? ThumbHash { get; init; }

    /// <summary>
    /// <see cref="Sovia.Metadata.Probing.MediaProbe.Version"/> of the probe; null for results from before versions existed, and if the file
    /// could not be read.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>Why the file cannot be shown completely, as a message for the user; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Why the bytes are incomplete or damaged, as a message for the user; null if no damage was found. An unsupported format is a problem
    /// but not damage.
    /// </summary>
    public string? Damage { get; init; }
}
