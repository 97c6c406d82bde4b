using System.Collections.Immutable;

namespace Sovia.Query;

/// <summary>The order of a list. Ties are broken by date, newest first, and then by id.</summary>
/// <param name="Name">As addresses call it.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Column">What is compared before the date; null for orders by date alone and for the shuffled one.</param>
public sealed record SortBy(string Name, string Title, SortColumn? Column = null)
{
    /// <summary>Newest first.</summary>
    public static readonly SortBy DateDesc = new("date_desc", "Newest first");

    /// <summary>Oldest first.</summary>
    public static readonly SortBy DateAsc = new("date_asc", "Oldest first");

    /// <summary>Shuffled by a seed, the same way every time.</summary>
    public static readonly SortBy Random = new("random", "Shuffle");

    /// <summary>The order of a collection that was made by hand; in any other list the newest first.</summary>
    public static readonly SortBy Hand = new("hand", "Your order");

    /// <summary>Every order, as a menu lists them: by date, then those of fields.</summary>
    public static ImmutableArray<SortBy> All { get; } =
        [DateDesc, DateAsc, .. Field.All.Select(field => field.Sort).OfType<SortBy>(), Random, Hand];

    /// <summary>Whether it is the one that an address need not name.</summary>
    public bool IsDefault => ReferenceEquals(this, DateDesc);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
