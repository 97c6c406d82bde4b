namespace Sovia.Library.Search;

/// <summary>What could be chosen of each facet, and how much that would leave.</summary>
/// <param name="Values">Every value that occurs or is chosen, by facet.</param>
/// <param name="Months">How many items of the list are from each month, the newest first; 0 stands for no date.</param>
/// <param name="Total">How many items the list has.</param>
public sealed record FacetCounts(ILookup<Facet, FacetValue> Values, IReadOnlyList<(int Month, int Count)> Months, int Total)
{
    /// <summary>Counts by all choices but the facet's own, so that a second value of it shows what it would add.</summary>
    public static FacetCounts Of(LibraryQuery query, FacetGroups groups)
    {
        var rows = groups.Groups.Select(group => (Row: group.AsRow(), group.Count, group.Month)).ToList();
        // Bit by bit: does the row pass each facet's choice?
        var passes = rows.ConvertAll(row => query.Choices.Select(choice => Evaluation.Matches(choice.Term, row.Row)).ToArray());
        bool Passes(int row, int but) => !passes[row].Where((pass, choice) => choice != but && !pass).Any();
        var values = new List<FacetValue>();
        foreach (var facet in Facet.All)
        {
            var own = query.Choices.IndexOf(query.ChoiceOf(facet));
            var left = Enumerable.Range(0, rows.Count).Where(row => Passes(row, own)).Select(row => rows[row]).ToList();
            var (chosen, excluded) = (query.ChoiceOf(facet).Included, query.ChoiceOf(facet).Excluded);
            foreach (var value in facet.ValuesIn(rows.Select(row => row.Row)).Concat(chosen).Concat(excluded).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                var term = facet.TermOf(value);
                values.Add(new(facet, value, left.Where(row => Evaluation.Matches(term, row.Row)).Sum(row => row.Count)));
            }
        }
        var matches = Enumerable.Range(0, rows.Count).Where(row => Passes(row, -1)).Select(row => rows[row]).ToList();
        return new(
            values.Where(value => value.Count > 0 || query.ChoiceOf(value.Facet) is var choice && choice.Included.Concat(choice.Excluded).Contains(value.Value)).ToLookup(value => value.Facet),
            [.. matches.GroupBy(row => row.Month).Select(month => (month.Key, month.Sum(row => row.Count))).OrderByDescending(month => month.Key)],
            matches.Sum(row => row.Count));
    }
}
