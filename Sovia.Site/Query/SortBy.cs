using System.Collections.Immutable;

namespace Sovia.Query;

/// <summary>The order of a list. Ties are broken by date, newest first, and then by id.</summary>
/// <param name="Name">The name in URLs.</param>
/// <param name="Title">The display name.</param>
/// <param name="Column">The column that is compared before the date; null for orders by date alone and for the shuffled one.</param>
public sealed record SortBy(string Name, string Title, SortColumn? Column = null)
{
    /// <summary>Newest first.</summary>
    public static readonly SortBy DateDesc = new("date_desc", "Newest first");

    /// <summary>Oldest first.</summary>
    public static readonly SortBy DateAsc = new("date_asc", "Oldest first");

    /// <summary>Shuffled; the same seed always gives the same order.</summary>
    public static readonly SortBy Random = new("random", "Shuffle");

    /// <summary>The manual order of a collection; newest first in any other list.</summary>
    public static readonly SortBy Manual = new("hand", "Your order");

    /// <summary>Every order as the menu lists them: by date, then those of fields.</summary>
    public static ImmutableArray<SortBy> All { get; } =
        [DateDesc, DateAsc, .. Field.All.Select(field => field.Sort).OfType<SortBy>(), Random, Manual];

    /// <summary>Whether URLs may omit the order.</summary>
    public bool IsDefault => ReferenceEquals(this, DateDesc);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
