namespace Sovia.Query;

/// <summary>Builds a chip for each filter of a query.</summary>
internal static class QueryChips
{
    public static IEnumerable<FilterChip> Build(LibraryQuery query)
    {
        foreach (var (facet, included, excluded) in query.Choices)
        {
            foreach (var value in included) yield return new(facet, value, facet.GetLabel(value), false, query.Without(facet, value));
            foreach (var value in excluded) yield return new(facet, value, facet.GetLabel(value), true, query.Without(facet, value));
        }
        if (query.SearchText is { Length: > 0 } search) yield return new(null, search, search, false, query.WithSearch(null));
        // The zone excludes nothing, but gets a chip because it shifts day boundaries.
        if (!query.UsesViewerZone)
            yield return new(null, query.Zone.Id, query.Zone.Id, false, query.WithZone(query.ViewerZone), "Time zone");
    }
}
