namespace Sovia.Query.Facets;

/// <summary>The available values of each facet, with the number of results for each value.</summary>
/// <param name="Values">Every value that occurs or is chosen, by facet.</param>
/// <param name="Months">The number of items from each month, newest first; month 0 means no date.</param>
/// <param name="Total">The number of items in the list.</param>
public sealed record FacetCounts(ILookup<Facet, FacetValue> Values, IReadOnlyList<(int Month, int Count)> Months, int Total)
{
    /// <summary>Counts each facet without its own choice, so that a second value shows how many items it would add.</summary>
    /// <param name="query">The query.</param>
    /// <param name="tallies">For each facet, its buckets without its own choice.</param>
    /// <param name="all">The buckets of the query itself.</param>
    public static FacetCounts Compute(LibraryQuery query, IReadOnlyDictionary<Facet, FacetBuckets> tallies, FacetBuckets all)
    {
        var values = Facet.Offered
            .SelectMany(facet => GetValues(query.GetChoice(facet), tallies[facet].Buckets.GetValueOrDefault(facet.Parameter) ?? []));
        var months = all.Buckets.GetValueOrDefault("month") ?? [];
        return new(values.ToLookup(value => value.Facet),
            [.. months.Select(month => (month.Number, month.Count)).OrderByDescending(month => month.Number)], all.Total);
    }

    private static IEnumerable<FacetValue> GetValues(FacetChoice choice, IReadOnlyList<FacetBucket> buckets)
    {
        var chosenValues = choice.Included.Concat(choice.Excluded).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, count) in choice.Facet.GetCounts(buckets))
            if (chosenValues.Remove(value) || count > 0) yield return new(choice.Facet, value, count);
        foreach (var value in chosenValues) yield return new(choice.Facet, value, 0);
    }
}
