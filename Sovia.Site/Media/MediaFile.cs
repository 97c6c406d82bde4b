using System.Text.Json.Serialization;
using Sovia.Library;
using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media;

/// <summary>
/// One content that is or was under a media root. Its names and paths are <see cref="FileLocation"/>s and its posts
/// <see cref="FileMatch"/>es; both refer to it by hash.
/// </summary>
public sealed record MediaFile
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>MIME type detected from the first bytes.</summary>
    public required string Mime { get; init; }

    /// <summary>Probed facts about the image or video.</summary>
    [JsonPropertyName("facts")]
    public MediaProperties? Properties { get; init; }

    /// <summary>Metadata that a generator embedded; null if there is none.</summary>
    public EmbeddedMetadata? Embedded { get; init; }

    /// <summary>Why the file cannot be shown completely, as a message for the user; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Why the bytes are incomplete or damaged, as a message for the user; null if no damage was found. The post of a damaged file does not
    /// count as safe.
    /// </summary>
    public string? Damage { get; init; }

    /// <summary>True while a video waits for a full decode, which takes longer than a scan should; null otherwise.</summary>
    [JsonPropertyName("unwatched")]
    public bool? NeedsFullDecode { get; init; }

    /// <summary>Whether the file has been matched to a post.</summary>
    public FileState State { get; init; }

    /// <summary>Matching posts, for <see cref="FileState.Ambiguous"/>.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];

    /// <summary>Whether the file is present at any known location.</summary>
    public bool Present { get; init; }

    /// <summary>When the file was first found, UTC, in whole microseconds.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Returns the file with the result of a probe.</summary>
    /// <param name="facts">The facts found; null if there are none.</param>
    /// <param name="canWatch">Whether a full decode of a video is possible later.</param>
    public MediaFile WithProbeResult(MediaProperties? facts, bool canWatch) => this with
    {
        Properties = facts,
        Problem = facts?.Problem,
        Damage = facts?.Damage,
        NeedsFullDecode = canWatch && Kind == MediaKind.Video && facts is { Damage: null, Width: not null } ? true : null,
    };

    /// <summary>Image, video, or <see cref="MediaKind.Unknown"/> for audio.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public MediaKind Kind => Mime.StartsWith("image/", StringComparison.Ordinal) ? MediaKind.Image
        : Mime.StartsWith("video/", StringComparison.Ordinal) ? MediaKind.Video
        : MediaKind.Unknown;
}
