namespace Sovia.Query.Facets;

/// <summary>What could be chosen of each facet, and how much that would leave.</summary>
/// <param name="Values">Every value that occurs or is chosen, by facet.</param>
/// <param name="Months">How many items of the list are from each month, the newest first; 0 stands for no date.</param>
/// <param name="Total">How many items the list has.</param>
public sealed record FacetCounts(ILookup<Facet, FacetValue> Values, IReadOnlyList<(int Month, int Count)> Months, int Total)
{
    /// <summary>Counts each facet by all choices but its own, so that a second value of it shows what it would add.</summary>
    /// <param name="query">The query.</param>
    /// <param name="tallies">By facet, what it sees of the list without its own choice.</param>
    /// <param name="all">The same of the query itself.</param>
    public static FacetCounts Compute(LibraryQuery query, IReadOnlyDictionary<Facet, FacetBuckets> tallies, FacetBuckets all)
    {
        var values = Facet.Offered
            .SelectMany(facet => ValuesOf(query.GetChoice(facet), tallies[facet].Buckets.GetValueOrDefault(facet.Parameter) ?? []));
        var months = all.Buckets.GetValueOrDefault("month") ?? [];
        return new(values.ToLookup(value => value.Facet),
            [.. months.Select(month => (month.Number, month.Count)).OrderByDescending(month => month.Number)], all.Total);
    }

    private static IEnumerable<FacetValue> ValuesOf(FacetChoice choice, IReadOnlyList<FacetBucket> keys)
    {
        var chosen = choice.Included.Concat(choice.Excluded).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, count) in choice.Facet.GetCounts(keys))
            if (chosen.Remove(value) || count > 0) yield return new(choice.Facet, value, count);
        foreach (var value in chosen) yield return new(choice.Facet, value, 0);
    }
}
