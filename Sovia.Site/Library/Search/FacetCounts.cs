namespace Sovia.Library.Search;

/// <summary>What could be chosen of each facet, and how much that would leave.</summary>
/// <param name="Values">Every value that occurs or is chosen, by facet.</param>
/// <param name="Months">How many items of the list are from each month, the newest first; 0 stands for no date.</param>
/// <param name="Total">How many items the list has.</param>
public sealed record FacetCounts(ILookup<Facet, FacetValue> Values, IReadOnlyList<(int Month, int Count)> Months, int Total)
{
    // The months of groups are those of the query's zone already, and stand in their rows as if they were UTC's.
    private static readonly TimeZoneInfo OfGroups = TimeZoneInfo.Utc;

    /// <summary>Counts by all choices but the facet's own, so that a second value of it shows what it would add.</summary>
    public static FacetCounts Of(LibraryQuery query, FacetGroups groups)
    {
        var facets = groups.Keys;
        var passes = Array.ConvertAll(facets, keys => query.ChoiceOf(keys.Facet) is { Included.IsEmpty: true, Excluded.IsEmpty: true } ? null : keys.Where(query.ChoiceOf(keys.Facet).TermIn(OfGroups)));
        var counts = Array.ConvertAll(facets, keys => new int[keys.Rows.Length]);
        var months = new Dictionary<int, int>();
        var total = 0;
        for (var group = 0; group < groups.Groups.Length; group++)
        {
            var (failed, failures) = (-1, 0);
            for (var facet = 0; facet < facets.Length && failures < 2; facet++)
                if (passes[facet] is { } pass && !pass[facets[facet].OfGroup[group]]) (failed, failures) = (facet, failures + 1);
            if (failures > 1) continue;
            var count = groups.Groups[group].Count;
            // What only its own facet's choice shuts out still counts there.
            for (var facet = 0; facet < facets.Length; facet++)
                if (failed < 0 || facet == failed) counts[facet][facets[facet].OfGroup[group]] += count;
            if (failed >= 0) continue;
            total += count;
            months[groups.Groups[group].Month] = months.GetValueOrDefault(groups.Groups[group].Month) + count;
        }
        var values = facets.SelectMany((keys, facet) => ValuesOf(query.ChoiceOf(keys.Facet), keys, counts[facet]));
        return new(values.ToLookup(value => value.Facet), [.. months.Select(month => (month.Key, month.Value)).OrderByDescending(month => month.Key)], total);
    }

    private static IEnumerable<FacetValue> ValuesOf(FacetChoice choice, FacetKeys keys, int[] counts)
    {
        var chosen = choice.Included.Concat(choice.Excluded).ToList();
        foreach (var value in keys.Facet.ValuesIn(keys.Rows).Concat(chosen).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var count = keys.Where(keys.Facet.TermOf(value, OfGroups)).Zip(counts, (holds, count) => holds ? count : 0).Sum();
            if (count > 0 || chosen.Contains(value, StringComparer.OrdinalIgnoreCase)) yield return new(keys.Facet, value, count);
        }
    }
}
