using System.Text.Json.Serialization;

namespace Sovia.Collections;

/// <summary>
/// A named list of posts. A manual collection contains the posts whose annotations name it; a smart collection contains the matches of
/// its query. Both may be nested in another collection, which then contains their posts too.
/// </summary>
public sealed record Collection
{
    /// <summary>The maximum length of a description, in characters.</summary>
    public const int MaxDescriptionLength = 5_000;

    /// <summary>The maximum length of the notes, in characters.</summary>
    public const int MaxNotesLength = 20_000;

    /// <summary>The maximum number of collections in a library.</summary>
    public const int MaxCount = 2_000;

    /// <summary>The maximum nesting depth.</summary>
    public const int MaxDepth = 20;

    /// <summary>The maximum number of posts excluded from a smart collection by hand.</summary>
    public const int MaxLeftOut = 200;

    /// <summary>The collection's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name: 1 to 100 characters without a slash, unique within its parent regardless of case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Former names, most recent first. URLs and searches with them still find the collection, unless another one has that name.
    /// Null for none.
    /// </summary>
    public IReadOnlyList<string>? FormerNames { get; init; }

    /// <summary>The parent collection; null for none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The description; null if empty.</summary>
    public string? Description { get; init; }

    /// <summary>The user's private notes; null if empty.</summary>
    public string? Notes { get; init; }

    /// <summary>The query of a smart collection, as a query string without the question mark; null for a manual collection.</summary>
    public string? Query { get; init; }

    /// <summary>Posts excluded from a smart collection; null for none.</summary>
    public IReadOnlyList<Guid>? LeftOut { get; init; }

    /// <summary>The cover post; null for the newest post.</summary>
    public Guid? CoverId { get; init; }

    /// <summary>The position among its siblings, ascending; equal positions are ordered by name.</summary>
    public int Position { get; init; }

    /// <summary>Whether the members are ordered by hand and shown in that order.</summary>
    public bool Ordered { get; init; }

    /// <summary>Whether the collection is locked against adding, removing and reordering posts.</summary>
    public bool Locked { get; init; }

    /// <summary>When the collection was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the collection was last changed, not counting its posts, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// When the collection was deleted, UTC; null if it was not. A deleted collection can be restored with all its posts.
    /// </summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether this is a smart collection.</summary>
    [JsonIgnore]
    public bool IsSmart => Query is not null;
}
