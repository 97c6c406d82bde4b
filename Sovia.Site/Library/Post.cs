using System.Text.Json.Serialization;
using Sovia.Library.Urls;

namespace Sovia.Library;

/// <summary>All data about one image or video. Unknown values are null, because an unknown like differs from "not liked".</summary>
public sealed record Post
{
    /// <summary>The ID on Grok.</summary>
    public required Guid Id { get; init; }

    /// <summary>The post that this one was made from; null for a root.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The family: the ID of the oldest known ancestor, or the post's own for a root.</summary>
    public required Guid RootId { get; init; }

    /// <summary>True while other posts refer to this one but no source contains it.</summary>
    public bool IsStub { get; init; }

    /// <summary>Image or video.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>When it was created, UTC, whole microseconds.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The account that created it, which can differ from the one that exported it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The source's <c>prompt</c>: the user's prompt for an image, often the model's caption for a video.</summary>
    public string? Prompt { get; init; }

    /// <summary>The source's <c>originalPrompt</c>: the text that the user typed, unchanged.</summary>
    public string? OriginalPrompt { get; init; }

    /// <summary>The title, if the source has one.</summary>
    public string? Title { get; init; }

    /// <summary>The model's name as in the source, <c>imagine_h_1</c>.</summary>
    public string? Model { get; init; }

    /// <summary>The mode as in the source, <c>custom</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>How it was made from its parent, the source's <c>originalRefType</c>; null for plain animation.</summary>
    public string? Derivation { get; init; }

    /// <summary>The stated MIME type, <c>image/jpeg</c>. The file's actual type can differ.</summary>
    public string? MimeType { get; init; }

    /// <summary>The URL of the file on Grok's servers. Never used as a media source in a browser.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>The URL of a smaller image.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The URL of a video's last frame.</summary>
    public string? LastFrameUrl { get; init; }

    /// <summary>The URL of the 720p upscale.</summary>
    public string? HdUrl { get; init; }

    /// <summary>The URL of the 1080p upscale.</summary>
    public string? Hd1080Url { get; init; }

    /// <summary>The URL of the variant with a watermark.</summary>
    public string? WatermarkedUrl { get; init; }

    /// <summary>The URLs of separate audio tracks.</summary>
    public IReadOnlyList<string> AudioUrls { get; init; } = [];

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Duration of a video in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>For an extension, the start position within its parent, in seconds.</summary>
    public double? ExtendsFrom { get; init; }

    /// <summary>The source's name of the resolution, <c>720p</c>.</summary>
    public string? ResolutionName { get; init; }

    /// <summary>Whether a source says that the viewer liked it; null if unknown. Likes set in Sovia are annotations.</summary>
    public bool? Liked { get; init; }

    /// <summary>When the source of <see cref="Liked"/> was last seen, UTC; null if unknown.</summary>
    public DateTimeOffset? LikedSeenAt { get; init; }

    /// <summary>Blocked by Grok's moderation.</summary>
    public bool? Moderated { get; init; }

    /// <summary>Flagged as adult content.</summary>
    public bool? Restricted { get; init; }

    /// <summary>Uploaded by a user, not generated.</summary>
    public bool? Uploaded { get; init; }

    /// <summary>Has a watermark.</summary>
    public bool? Watermarked { get; init; }

    /// <summary>The conversation; posts of one generation share it.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Other posts that were given to the model besides the parent.</summary>
    public IReadOnlyList<Guid> References { get; init; } = [];

    /// <summary>The saved file; null if there never was one.</summary>
    public PostFile? File { get; init; }

    /// <summary>
    /// The status of the file. Stored as a column beside the document, so that statistics over all posts need no documents.
    /// </summary>
    public FileStatus Safety => File?.Status ?? FileStatus.Missing;

    /// <summary>The host of <see cref="MediaUrl"/> in lower case; empty if there is no URL. Also stored as a column.</summary>
    public string MediaHost => UrlHost.GetHost(MediaUrl);

    /// <summary>The metadata in the file, shown for values that no source provides.</summary>
    [JsonPropertyName("fileWords")]
    public FileMetadata? FileMetadata { get; init; }

    /// <summary>Width and height in pixels: as stated, else of the file; null if neither is known.</summary>
    [JsonIgnore]
    public FrameSize? Size => FrameSize.FromDimensions(Width, Height) ?? FrameSize.FromDimensions(File?.Width, File?.Height);

    /// <summary>The source records, the most authoritative first. Empty for a stub and for a post without a source.</summary>
    [JsonPropertyName("statements")]
    public IReadOnlyList<SourceRecord> SourceRecords { get; init; } = [];

    /// <summary>Each distinct raw form of the post in its sources.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Raw => SourceRecords.Count == 0 ? LegacyRaw ?? []
        : [.. SourceRecords.Select(sourceRecord => sourceRecord.Raw).Where(raw => raw.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The raw forms, in a library written before source records existed.</summary>
    [JsonPropertyName("raw")]
    public IReadOnlyList<string>? LegacyRaw { get; init; }

    /// <summary>
    /// Fingerprints of all source records, each with its time of observation. Stored as a column, so that an import can detect that it has
    /// nothing new.
    /// </summary>
    [JsonIgnore]
    public long[] Fingerprints => SourceRecord.ComputeFingerprints(SourceRecords);

    /// <summary>The user's prompt, cleaned; null if there is none.</summary>
    [JsonIgnore]
    public string? UserPrompt => PromptText.GetUserPrompt(this);

    /// <summary>The model's caption; null if it does not differ from the prompt or there is none.</summary>
    [JsonIgnore]
    public string? Caption => PromptText.GetCaption(this);
}
