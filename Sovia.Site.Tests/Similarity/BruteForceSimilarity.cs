using Sovia.Similarity;

namespace Sovia.Tests.Similarity;

/// <summary>Computes scores from the formula alone, one pair at a time, without a matrix or an index.</summary>
internal static class BruteForceSimilarity
{
    /// <summary>Returns the families similar to the queried ones, best first.</summary>
    public static List<(Guid Id, double Score)> Score(IReadOnlyList<FamilyTerms> all, params FamilyTerms[] query)
    {
        var mine = new Dictionary<ulong, double>();
        foreach (var one in query.Select(family => Vector(all, family)))
            foreach (var (term, weight) in one) mine[term] = mine.GetValueOrDefault(term) + weight;
        var length = Math.Sqrt(mine.Values.Sum(weight => weight * weight));
        var models = query.Select(family => family.Facts.Model).Distinct().ToList();
        return [.. all.Where(family => !query.Any(one => one.Facts.Id == family.Facts.Id))
            .Select(family => (family.Facts, Cosine: Vector(all, family)
                .Sum(pair => pair.Value * mine.GetValueOrDefault(pair.Key)) / length))
            .Where(pair => pair.Cosine > 0)
            .Select(pair =>
                (pair.Facts,
                    Score: Math.Round(pair.Cosine * (models is [{ } model] && model == pair.Facts.Model ? 1.5
                        : 1) * (pair.Facts.Modes.Any(mode => query.All(one => one.Facts.Modes.Contains(mode))) ? 1.2 : 1), 9)))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Facts.TimeKey).ThenBy(pair => pair.Facts.Id)
            .Select(pair => (pair.Facts.Id, pair.Score))];
    }

    private static Dictionary<ulong, double> Vector(IReadOnlyList<FamilyTerms> all, FamilyTerms family)
    {
        var weights = family.Terms.GroupBy(term => term)
            .ToDictionary(term => term.Key, term =>
                term.Count() * (Math.Log((1.0 + all.Count) / (1 + all.Count(one => one.Terms.Contains(term.Key)))) + 1));
        var norm = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return weights.ToDictionary(pair => pair.Key, pair => pair.Value / norm);
    }
}
