using System.Text.Json.Serialization;

namespace Sovia.Culling;

/// <summary>The comparisons of a family's members two by two, and the order that follows from them.</summary>
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

    /// <summary>Returns members by the strength that their comparisons show, best first; equal ones keep their order.</summary>
    public IReadOnlyList<Guid> Rank(IReadOnlyList<Guid> members)
    {
        if (members.Count == 0) return [];
        var fit = Fit(members);
        return [.. members.Index().OrderByDescending(one => Math.Round(fit.GetStrength(one.Index), 6)).Select(one => one.Item)];
    }

    /// <summary>Returns the pair whose comparison tells most; null for fewer than two members.</summary>
    public (Guid First, Guid Second)? FindNextPair(IReadOnlyList<Guid> members)
    {
        if (members.Count < 2) return null;
        var fit = Fit(members);
        var last = Comparisons.Count > 0 ? Comparisons[^1] : null;
        var (best, pair) = (double.NegativeInfinity, (0, 1));
        for (var first = 0; first < members.Count; first++)
            for (var second = first + 1; second < members.Count; second++)
            {
                // The same two are not shown twice in a row.
                if (members.Count > 2 && last?.IsOf(members[first], members[second]) == true) continue;
                var information = Math.Round(fit.GetInformation(first, second), 9);
                if (information > best) (best, pair) = (information, (first, second));
            }
        return (members[pair.Item1], members[pair.Item2]);
    }

    /// <summary>Returns about how many comparisons an order of some members takes.</summary>
    public static int EstimateComparisons(int members) => members < 2 ? 0 : (int)Math.Ceiling(members * Math.Log2(members) * 0.75);

    private Tournament WithOrder(IReadOnlyList<PairComparison> comparisons)
    {
        var tournament = this with { Comparisons = comparisons };
        return tournament with { Order = tournament.Rank([.. comparisons.SelectMany(one => new[] { one.First, one.Second }).Distinct()]) };
    }

    // Comparisons with members that are gone still tell nothing of those that are left.
    private BradleyTerry Fit(IReadOnlyList<Guid> members)
    {
        var index = members.Index().ToDictionary(one => one.Item, one => one.Index);
        return BradleyTerry.Fit(members.Count, [.. Comparisons.Where(one => index.ContainsKey(one.First) && index.ContainsKey(one.Second))
            .Select(one => (index[one.First], index[one.Second], one.Winner is not { } winner ? 0.5 : winner == one.First ? 1.0 : 0.0))]);
    }
}
