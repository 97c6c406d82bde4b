using System.Text.Json.Serialization;
using Sovia.Library.Urls;

namespace Sovia.Library;

/// <summary>Everything known about one image or one video. Facts nobody stated are null: an unknown like is not a refused one.</summary>
public sealed record Post
{
    /// <summary>Grok's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What this was made from; null for a root.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The family this belongs to: the id of its oldest known ancestor, itself for a root.</summary>
    public required Guid RootId { get; init; }

    /// <summary>True while other posts name this one but no source has shown it.</summary>
    public bool IsStub { get; init; }

    /// <summary>Image or video.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>When it was made, UTC, whole microseconds.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The account that made it, which need not be the one that exported it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The source's <c>prompt</c>: the user's words for a still, often a caption by the model for a video.</summary>
    public string? Prompt { get; init; }

    /// <summary>The source's <c>originalPrompt</c>: what the user typed, as it came.</summary>
    public string? OriginalPrompt { get; init; }

    /// <summary>A title, where the source has one.</summary>
    public string? Title { get; init; }

    /// <summary>The model's name as the source spells it, <c>imagine_h_1</c>.</summary>
    public string? Model { get; init; }

    /// <summary>The mode as the source spells it, <c>custom</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>How it was made from its parent, the source's <c>originalRefType</c>; null for plain animation.</summary>
    public string? Derivation { get; init; }

    /// <summary>The stated MIME type, <c>image/jpeg</c>. The bytes may differ.</summary>
    public string? MimeType { get; init; }

    /// <summary>Where the bytes were on the maker's servers. Never shown to a browser as a source.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>A smaller picture of it.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>A video's last frame.</summary>
    public string? LastFrameUrl { get; init; }

    /// <summary>The 720p upscale.</summary>
    public string? HdUrl { get; init; }

    /// <summary>The 1080p upscale.</summary>
    public string? Hd1080Url { get; init; }

    /// <summary>The variant with a watermark.</summary>
    public string? WatermarkedUrl { get; init; }

    /// <summary>Separate sound tracks.</summary>
    public IReadOnlyList<string> AudioUrls { get; init; } = [];

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Length of a video in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>For an extension: where in its parent it starts, in seconds.</summary>
    public double? ExtendsFrom { get; init; }

    /// <summary>The source's name of the resolution, <c>720p</c>.</summary>
    public string? ResolutionName { get; init; }

    /// <summary>Whether a source says that the viewer liked it. Null: never stated. What the user says here is an annotation.</summary>
    public bool? Liked { get; init; }

    /// <summary>When the source that <see cref="Liked"/> is from was last seen, UTC; null where that is not known.</summary>
    public DateTimeOffset? LikedSeenAt { get; init; }

    /// <summary>The maker's filter stopped it.</summary>
    public bool? Moderated { get; init; }

    /// <summary>Marked as for adults.</summary>
    public bool? Restricted { get; init; }

    /// <summary>Not generated but uploaded by a user.</summary>
    public bool? Uploaded { get; init; }

    /// <summary>Bears a watermark.</summary>
    public bool? Watermarked { get; init; }

    /// <summary>Siblings of one generation share it.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Other posts that were given to the model beside the parent.</summary>
    public IReadOnlyList<Guid> References { get; init; } = [];

    /// <summary>Its bytes on this machine; null where none were ever found.</summary>
    public PostFile? File { get; init; }

    /// <summary>Whether its bytes are here. Stored beside the document, so that figures over all posts read none.</summary>
    public FileStatus Safety => File?.Status ?? FileStatus.Missing;

    /// <summary>
    /// The host of <see cref="MediaUrl"/> in lower case; empty where there is no address. Stored beside the document too.
    /// </summary>
    public string MediaHost => UrlHost.GetHost(MediaUrl);

    /// <summary>What its file says of itself, shown where no source says anything.</summary>
    public FileMetadata? FileWords { get; init; }

    /// <summary>Width and height in pixels: as stated, else as its file has them; null where neither is known.</summary>
    [JsonIgnore]
    public FrameSize? Size => FrameSize.FromDimensions(Width, Height) ?? FrameSize.FromDimensions(File?.Width, File?.Height);

    /// <summary>All that sources said of it, the one that counts most first. None for a stub, and for what came from no source.</summary>
    public IReadOnlyList<SourceRecord> Statements { get; init; } = [];

    /// <summary>Each distinct form in which a source stated this post.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Raw => Statements.Count == 0 ? LegacyRaw ?? []
        : [.. Statements.Select(sourceRecord => sourceRecord.Raw).Where(raw => raw.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Its raw forms, in a library that was written before statements were kept.</summary>
    [JsonPropertyName("raw")]
    public IReadOnlyList<string>? LegacyRaw { get; init; }

    /// <summary>
    /// Marks of all statements, each with when it was seen: a column beside the document, by which an import knows that it has nothing new.
    /// </summary>
    [JsonIgnore]
    public long[] Marks => SourceRecord.ComputeFingerprints(Statements);

    /// <summary>What the user asked for, cleaned; null where nothing was written.</summary>
    [JsonIgnore]
    public string? UserPrompt => PromptText.GetUserPrompt(this);

    /// <summary>What the model wrote about it; null where it wrote nothing of its own.</summary>
    [JsonIgnore]
    public string? Caption => PromptText.GetCaption(this);
}
