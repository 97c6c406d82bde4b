using System.Text.Json.Serialization;
using Sovia.Index;
using Sovia.Text;

namespace Sovia.Curation;

/// <summary>
/// What the user decided about one post. Only <see cref="ApplyChange"/> writes it: imports, their undo, scans and rebuilding leave it as it
/// is, so that a post that goes and comes back has it again.
/// </summary>
public sealed record Annotation
{
    /// <summary>The most stars.</summary>
    public const int MaxRating = SortKeyEncoding.Unrated;

    /// <summary>The most tags of a post.</summary>
    public const int MaxTags = 200;

    /// <summary>The most collections that a post is put into.</summary>
    public const int MaxCollections = 200;

    /// <summary>The most characters of a note.</summary>
    public const int MaxNoteLength = 20_000;

    /// <summary>The most characters of a title.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>The post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the user said of liking it; null where nothing was said.</summary>
    public bool? Liked { get; init; }

    /// <summary>When that was said, UTC: a source that was seen later counts more.</summary>
    public DateTimeOffset? LikedAt { get; init; }

    /// <summary>1 to <see cref="MaxRating"/> stars; null where it is not rated.</summary>
    public int? Rating { get; init; }

    /// <summary>Sorted, each once; null for none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>What tags are found by, in the order of <see cref="Tags"/>. Stored for the rows that lists read.</summary>
    public IReadOnlyList<string>? TagKeys => Tags is null ? null : [.. Tags.Select(TagText.ToKey)];

    /// <summary>The collections it was put into, sorted, each once; null for none.</summary>
    public IReadOnlyList<Guid>? Collections { get; init; }

    /// <summary>The user's note.</summary>
    public string? Note { get; init; }

    /// <summary>What the note is found by. Stored for the rows that lists read.</summary>
    public string? NoteKey => Note is null ? null : NoteText.ToSearchKey(Note);

    /// <summary>The user's title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it is left out of lists; null where it is not.</summary>
    public bool? Hidden { get; init; }

    /// <summary>When it was moved to the trash, UTC; null where it was not.</summary>
    public DateTimeOffset? TrashedAt { get; init; }

    /// <summary>
    /// When it left the trash because its time there was up, UTC; null where it did not. It counts only for what was trashed before.
    /// </summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Whether it has left the trash because its time there was up.</summary>
    [JsonIgnore]
    public bool IsExpired => TrashedAt is { } trashed && ExpiredAt >= trashed;
}
