using System.Text.Json.Serialization;

namespace Sovia.Culling;

/// <summary>The pairwise comparisons of a family's members, and the resulting ranking.</summary>
public sealed record Tournament
{
    /// <summary>The root of the family.</summary>
    public required Guid Id { get; init; }

    /// <summary>The comparisons, oldest first.</summary>
    public IReadOnlyList<PairComparison> Comparisons { get; init; } = [];

    /// <summary>The compared members, best first.</summary>
    public IReadOnlyList<Guid> Order { get; init; } = [];

    /// <summary>Whether nothing was compared yet.</summary>
    [JsonIgnore]
    public bool IsEmpty => Comparisons.Count == 0;

    /// <summary>Returns the tournament with another comparison.</summary>
    public Tournament Add(PairComparison comparison) => WithOrder([.. Comparisons, comparison]);

    /// <summary>Returns the tournament without its last comparison.</summary>
    public Tournament RemoveLast() => WithOrder([.. Comparisons.SkipLast(1)]);

    /// <summary>Ranks members by their estimated strength, best first; ties keep the given order.</summary>
    public IReadOnlyList<Guid> Rank(IReadOnlyList<Guid> members)
    {
        if (members.Count == 0) return [];
        var model = Fit(members);
        return [.. members.Index().OrderByDescending(entry => Math.Round(model.GetStrength(entry.Index), 6)).Select(entry => entry.Item)];
    }

    /// <summary>Returns the pair whose comparison yields the most information; null for fewer than two members.</summary>
    public (Guid First, Guid Second)? FindNextPair(IReadOnlyList<Guid> members)
    {
        if (members.Count < 2) return null;
        var model = Fit(members);
        var lastComparison = Comparisons.Count > 0 ? Comparisons[^1] : null;
        var (best, pair) = (double.NegativeInfinity, (0, 1));
        for (var first = 0; first < members.Count; first++)
            for (var second = first + 1; second < members.Count; second++)
            {
                // The same two are not shown twice in a row.
                if (members.Count > 2 && lastComparison?.IsBetween(members[first], members[second]) == true) continue;
                var information = Math.Round(model.GetInformation(first, second), 9);
                if (information > best) (best, pair) = (information, (first, second));
            }
        return (members[pair.Item1], members[pair.Item2]);
    }

    /// <summary>Estimates the number of comparisons that are needed to rank a number of members.</summary>
    public static int EstimateComparisons(int members) => members < 2 ? 0 : (int)Math.Ceiling(members * Math.Log2(members) * 0.75);

    private Tournament WithOrder(IReadOnlyList<PairComparison> comparisons)
    {
        var tournament = this with { Comparisons = comparisons };
        return tournament with { Order = tournament.Rank([.. comparisons.SelectMany(c => new[] { c.First, c.Second }).Distinct()]) };
    }

    // Ignores comparisons with removed members, because they say nothing about the remaining ones.
    private BradleyTerry Fit(IReadOnlyList<Guid> members)
    {
        var indexById = members.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return BradleyTerry.Fit(members.Count, [.. Comparisons.Where(c => indexById.ContainsKey(c.First) && indexById.ContainsKey(c.Second))
            .Select(c => (indexById[c.First], indexById[c.Second], c.Winner is not { } winner ? 0.5 : winner == c.First ? 1.0 : 0.0))]);
    }
}
