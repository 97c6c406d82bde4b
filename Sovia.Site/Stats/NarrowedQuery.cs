using Sovia.Library.Search;

namespace Sovia.Stats;

/// <summary>Queries for a part of what a query finds.</summary>
public static class NarrowedQuery
{
    /// <summary>What a query finds that has a value as well.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facet">What the value is of.</param>
    /// <param name="value">As <see cref="Facet.Written"/> gives it.</param>
    public static LibraryQuery To(this LibraryQuery query, Facet facet, string value)
    {
        var (_, included, excluded) = query.ChoiceOf(facet);
        // Several choices of one facet are any of them: one that is already among them can stand alone, another one cannot.
        if (included.IsEmpty) return excluded.Contains(value, StringComparer.OrdinalIgnoreCase) ? query.And(facet.Searched(value)) : query.With(facet, value);
        return included.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? query.Without(facet).Choose(facet, [value], excluded)
            : query.And(facet.Searched(value));
    }

    /// <summary>What a query finds that a search finds as well.</summary>
    /// <param name="query">The query.</param>
    /// <param name="search">The search; one term.</param>
    public static LibraryQuery And(this LibraryQuery query, string search)
    {
        // What is wrong with the search has no meaning, and must not swallow what comes after it.
        var already = query.Search.Canonical;
        return query.WithSearch(already.Length == 0 ? search : $"({already}) {search}");
    }
}
