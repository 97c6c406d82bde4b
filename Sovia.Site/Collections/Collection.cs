using System.Text.Json.Serialization;

namespace Sovia.Collections;

/// <summary>
/// A named list of posts. A manual one holds what was put into it, which stands in the posts' annotations; a smart one holds whatever its
/// query finds. Both may lie in another one, which then holds their posts too.
/// </summary>
public sealed record Collection
{
    /// <summary>The most characters of a description.</summary>
    public const int MaxDescriptionLength = 5_000;

    /// <summary>The most characters of its notes.</summary>
    public const int NotesLength = 20_000;

    /// <summary>The most collections of a library.</summary>
    public const int MaxCount = 2_000;

    /// <summary>How many collections may lie in each other.</summary>
    public const int MaxDepth = 20;

    /// <summary>The most posts that a smart collection leaves out by hand.</summary>
    public const int MaxLeftOut = 200;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, 1 to 100 characters without a slash, unique in the collection that it lies in whatever its case.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Names that it had before, the last one first: addresses and searches with them still find it where no other collection has them.
    /// Null for none.
    /// </summary>
    public IReadOnlyList<string>? FormerNames { get; init; }

    /// <summary>The collection that it lies in; null for none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>What it is for; null where nothing was written.</summary>
    public string? Description { get; init; }

    /// <summary>What the user notes about it, for himself; null where nothing was written.</summary>
    public string? Notes { get; init; }

    /// <summary>What a smart collection finds, as an address writes it behind its question mark; null for a manual one.</summary>
    public string? Query { get; init; }

    /// <summary>Posts that a smart collection leaves out; null for none.</summary>
    public IReadOnlyList<Guid>? LeftOut { get; init; }

    /// <summary>The post that it is shown by; null for its newest.</summary>
    public Guid? CoverId { get; init; }

    /// <summary>Its place among those beside it, the smallest first; equal places are in the order of names.</summary>
    public int Position { get; init; }

    /// <summary>Whether its members were put in an order by hand, in which it is shown.</summary>
    public bool Ordered { get; init; }

    /// <summary>Whether posts are neither put into it nor taken out, nor put in another order.</summary>
    public bool Locked { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, its posts apart, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was deleted, UTC; null where it was not. It can be restored with all its posts.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether it holds what its query finds.</summary>
    [JsonIgnore]
    public bool IsSmart => Query is not null;
}
