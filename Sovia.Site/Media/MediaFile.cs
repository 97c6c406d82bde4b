using Sovia.Library;
using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media;

/// <summary>
/// One content that lies, or once lay, under a media root. What it is called and where it lies is a
/// <see cref="FileLocation"/>, whose it is a <see cref="FileMatch"/>; both point here by its hash.
/// </summary>
public sealed record MediaFile
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The MIME type that the first bytes show.</summary>
    public required string Mime { get; init; }

    /// <summary>What was found out about the picture or clip.</summary>
    public MediaFacts? Facts { get; init; }

    /// <summary>What a generator wrote into it; null where nothing was.</summary>
    public EmbeddedMetadata? Embedded { get; init; }

    /// <summary>Why not all of it can be shown, in words for the user; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Why its bytes are not whole, in words for the user; null where nothing speaks against them. Its post is not safe then.
    /// </summary>
    public string? Damage { get; init; }

    /// <summary>True while a clip waits to be decoded to its end, which takes longer than a scan should; null otherwise.</summary>
    public bool? Unwatched { get; init; }

    /// <summary>Whether its post is known.</summary>
    public FileState State { get; init; }

    /// <summary>The posts that fit, for <see cref="FileState.Ambiguous"/>.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];

    /// <summary>Whether it can be read at any known location.</summary>
    public bool Present { get; init; }

    /// <summary>When it was first met, UTC, whole microseconds.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The file with what a probe found out about it.</summary>
    /// <param name="facts">What was found out; null where nothing was.</param>
    /// <param name="canWatch">Whether a clip can be decoded to its end later.</param>
    public MediaFile WithProbeResult(MediaFacts? facts, bool canWatch) => this with
    {
        Facts = facts,
        Problem = facts?.Problem,
        Damage = facts?.Damage,
        Unwatched = canWatch && Kind == MediaKind.Video && facts is { Damage: null, Width: not null } ? true : null,
    };

    /// <summary>A still, a clip, or <see cref="MediaKind.Unknown"/> for sound.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public MediaKind Kind => Mime.StartsWith("image/", StringComparison.Ordinal) ? MediaKind.Image
        : Mime.StartsWith("video/", StringComparison.Ordinal) ? MediaKind.Video
        : MediaKind.Unknown;
}
