using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Stats;

/// <summary>Narrows queries.</summary>
public static class QueryNarrowingExtensions
{
    /// <summary>Narrows a query to items with a value.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facet">The value's field.</param>
    /// <param name="value">The value, as returned by <see cref="Facet.FormatValue"/>.</param>
    public static LibraryQuery NarrowTo(this LibraryQuery query, Facet facet, string value)
    {
        var (_, included, excluded) = query.GetChoice(facet);
        // Values of one facet are alternatives, so an already included value can replace the others, but any other value cannot.
        if (included.IsEmpty)
            return excluded.Contains(value, StringComparer.OrdinalIgnoreCase) ? query.AndSearch(facet.ToSearchText(value))
                : query.Include(facet, value);
        return included.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? query.Without(facet).AddChoices(facet, [value], excluded)
            : query.AndSearch(facet.ToSearchText(value));
    }

    /// <summary>Narrows a query to items that match a search as well.</summary>
    /// <param name="query">The query.</param>
    /// <param name="search">The search; a single term.</param>
    public static LibraryQuery AndSearch(this LibraryQuery query, string search)
    {
        // Uses the canonical form, because an unbalanced part of the original text would swallow the appended term.
        var currentSearch = query.Search.Canonical;
        return query.WithSearch(currentSearch.Length == 0 ? search : $"({currentSearch}) {search}");
    }
}
