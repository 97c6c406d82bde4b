using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Stats;

/// <summary>Queries for a part of what a query finds.</summary>
public static class QueryNarrowingExtensions
{
    /// <summary>What a query finds that has a value as well.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facet">What the value is of.</param>
    /// <param name="value">As <see cref="Facet.FormatValue"/> gives it.</param>
    public static LibraryQuery NarrowTo(this LibraryQuery query, Facet facet, string value)
    {
        var (_, included, excluded) = query.GetChoice(facet);
        // Several choices of one facet are any of them: one that is already among them can stand alone, another one cannot.
        if (included.IsEmpty)
            return excluded.Contains(value, StringComparer.OrdinalIgnoreCase) ? query.AndSearch(facet.ToSearchText(value))
                : query.Include(facet, value);
        return included.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? query.Without(facet).AddChoices(facet, [value], excluded)
            : query.AndSearch(facet.ToSearchText(value));
    }

    /// <summary>What a query finds that a search finds as well.</summary>
    /// <param name="query">The query.</param>
    /// <param name="search">The search; one term.</param>
    public static LibraryQuery AndSearch(this LibraryQuery query, string search)
    {
        // What is wrong with the search has no meaning, and must not swallow what comes after it.
        var already = query.Search.Canonical;
        return query.WithSearch(already.Length == 0 ? search : $"({already}) {search}");
    }
}
