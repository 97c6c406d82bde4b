using System.Text.Json.Serialization;
using Sovia.Library.Families;

namespace Sovia.Library;

/// <summary>
/// A root post and its descendants, reduced to the data for a gallery card and for filters. Built from its posts by
/// <see cref="FamilyBuilder"/> and stored with them; can be rebuilt at any time.
/// </summary>
public sealed record Family
{
    /// <summary>The root post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The gallery's sort key: when the root was created, or the Unix epoch if unknown. UTC, whole microseconds.</summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>When the root was created, if known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the newest member was created.</summary>
    public DateTimeOffset? LatestAt { get; init; }

    /// <summary>The kind of the root.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>The account that created the root.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The post that serves as the cover: the root, or the first member if the root is a stub.</summary>
    public required Guid CoverId { get; init; }

    /// <summary>The kind of the cover.</summary>
    public MediaKind CoverKind { get; init; }

    /// <summary>The cover's <see cref="Post.MediaUrl"/>, which identifies its file on disk.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The cover's saved file, if any.</summary>
    public PostFile? CoverFile { get; init; }

    /// <summary>The cover's width in pixels, where known.</summary>
    public int? CoverWidth { get; init; }

    /// <summary>The cover's height in pixels, where known.</summary>
    public int? CoverHeight { get; init; }

    /// <summary>The video that plays on hover: the oldest one.</summary>
    public Guid? PreviewId { get; init; }

    /// <summary>The preview's <see cref="Post.MediaUrl"/>.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>The preview's saved file, if any.</summary>
    public PostFile? PreviewFile { get; init; }

    /// <summary>The number of members whose file is saved, without stubs.</summary>
    public int Safe { get; init; }

    /// <summary>The number of images, without stubs.</summary>
    public int Images { get; init; }

    /// <summary>The number of videos, without stubs.</summary>
    public int Videos { get; init; }

    /// <summary>The model of the root, or of the first member that has one.</summary>
    public string? Model { get; init; }

    /// <summary>All models of all members, sorted.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>All modes of all members, sorted.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>
    /// True if any member is liked, false if none is and a source states that at least one is not, null if unknown. The stored value is
    /// that of the sources; on a page it includes annotations.
    /// </summary>
    public bool? Liked { get; init; }

    /// <summary>The best rating of any member, 0 for none. An annotation, so it is not stored here.</summary>
    [JsonIgnore]
    public int Rating { get; init; }

    /// <summary>The tags of all members. Annotations, so they are not stored here.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The version of the source document; equal versions mean equal values, apart from annotations. Empty if the family was not read for a
    /// list.
    /// </summary>
    [JsonIgnore]
    public Guid Revision { get; init; }

    /// <summary>The card's prompt, own or inherited, at most <see cref="MaxPromptLength"/> characters.</summary>
    public string? Prompt { get; init; }

    /// <summary>The source of the prompt.</summary>
    public PromptSource PromptSource { get; init; }

    /// <summary>
    /// The maximum length of the prompt. A card shows a few lines, and prompts of 10,000 characters would make PostgreSQL store the
    /// document out of line.
    /// </summary>
    public const int MaxPromptLength = 300;
}
