using System.Text.Json.Serialization;
using Sovia.Library.Families;

namespace Sovia.Library;

/// <summary>
/// A root post and everything made from it, reduced to what a gallery card and a filter need. Derived from its posts by
/// <see cref="FamilyBuilder"/> and written with them; can be rebuilt at any time.
/// </summary>
public sealed record Family
{
    /// <summary>The root post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the gallery sorts by: when the root was made, the Unix epoch where nobody knows. UTC, whole microseconds.</summary>
    public required DateTimeOffset SortAt { get; init; }

    /// <summary>When the root was made, where known.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the newest member was made.</summary>
    public DateTimeOffset? LatestAt { get; init; }

    /// <summary>What the root is.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>The account that made the root.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The post whose picture stands for the family: the root, or its first member where the root was never seen.</summary>
    public required Guid CoverId { get; init; }

    /// <summary>What the cover is.</summary>
    public MediaKind CoverKind { get; init; }

    /// <summary>The cover's <see cref="Post.MediaUrl"/>, under which its bytes are looked for on disk.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>The cover's bytes on this machine, where there are any.</summary>
    public PostFile? CoverFile { get; init; }

    /// <summary>The cover's width in pixels, where known.</summary>
    public int? CoverWidth { get; init; }

    /// <summary>The cover's height in pixels, where known.</summary>
    public int? CoverHeight { get; init; }

    /// <summary>The video that plays on hover: the first one made.</summary>
    public Guid? PreviewId { get; init; }

    /// <summary>That video's <see cref="Post.MediaUrl"/>.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>That video's bytes on this machine, where there are any.</summary>
    public PostFile? PreviewFile { get; init; }

    /// <summary>Members whose bytes are on this machine, stubs apart.</summary>
    public int Safe { get; init; }

    /// <summary>Members that are images, stubs apart.</summary>
    public int Images { get; init; }

    /// <summary>Members that are videos, stubs apart.</summary>
    public int Videos { get; init; }

    /// <summary>The root's model, or the first member's that has one.</summary>
    public string? Model { get; init; }

    /// <summary>Every model of every member, sorted.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Every mode of every member, sorted.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>
    /// True where any member is liked, false where one is stated not to be and none is; null where nobody said. Stored as sources say; on a
    /// page, as users and sources do together.
    /// </summary>
    public bool? Liked { get; init; }

    /// <summary>The best rating of any member, 0 for none. Of users, and not stored here.</summary>
    [JsonIgnore]
    public int Rating { get; init; }

    /// <summary>All tags of its members. Of users, and not stored here.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The version of the document that it was read from; the same version means the same values, those of users apart. Empty where it was
    /// not read for a list.
    /// </summary>
    [JsonIgnore]
    public Guid Revision { get; init; }

    /// <summary>The card's words, own or taken over, at most <see cref="MaxPromptLength"/> characters.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whose words they are.</summary>
    public PromptSource PromptSource { get; init; }

    /// <summary>A card shows a few lines; prompts of 10,000 characters would push the document out of line.</summary>
    public const int MaxPromptLength = 300;
}
