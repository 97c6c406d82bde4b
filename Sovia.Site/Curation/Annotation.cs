using System.Text.Json.Serialization;
using Sovia.Index;
using Sovia.Text;

namespace Sovia.Curation;

/// <summary>
/// The user's data about one post. Only <see cref="ApplyChange"/> writes it. Imports, undo of imports, scans and rebuilds leave it alone,
/// so a post that is removed and imported again gets its annotation back.
/// </summary>
public sealed record Annotation
{
    /// <summary>The maximum number of stars.</summary>
    public const int MaxRating = SortKeyEncoding.Unrated;

    /// <summary>The maximum number of tags of a post.</summary>
    public const int MaxTags = 200;

    /// <summary>The maximum number of collections of a post.</summary>
    public const int MaxCollections = 200;

    /// <summary>The maximum length of a note, in characters.</summary>
    public const int MaxNoteLength = 20_000;

    /// <summary>The maximum length of a title, in characters.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whether the user likes the post; null if the user did not set it.</summary>
    public bool? Liked { get; init; }

    /// <summary>The time <see cref="Liked"/> was set, UTC. A source observed later than this overrides it.</summary>
    public DateTimeOffset? LikedAt { get; init; }

    /// <summary>1 to <see cref="MaxRating"/> stars; null if unrated.</summary>
    public int? Rating { get; init; }

    /// <summary>Tags, sorted and distinct; null for none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Search keys of <see cref="Tags"/>, in the same order. Stored for the index rows.</summary>
    public IReadOnlyList<string>? TagKeys => Tags is null ? null : [.. Tags.Select(TagText.ToKey)];

    /// <summary>IDs of the collections the post was added to, sorted and distinct; null for none.</summary>
    public IReadOnlyList<Guid>? Collections { get; init; }

    /// <summary>The user's note.</summary>
    public string? Note { get; init; }

    /// <summary>The search key of the note. Stored for the index rows.</summary>
    public string? NoteKey => Note is null ? null : NoteText.ToSearchKey(Note);

    /// <summary>The user's title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether lists leave the post out; null if not.</summary>
    public bool? Hidden { get; init; }

    /// <summary>The time the post was moved to the trash, UTC; null if it is not in the trash.</summary>
    public DateTimeOffset? TrashedAt { get; init; }

    /// <summary>
    /// The time the post expired from the trash, UTC; null if it did not. Ignored if the post was trashed later than this.
    /// </summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Whether the post has expired from the trash.</summary>
    [JsonIgnore]
    public bool IsExpired => TrashedAt is { } trashed && ExpiredAt >= trashed;
}
