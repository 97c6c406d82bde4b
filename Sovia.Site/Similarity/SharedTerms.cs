namespace Sovia.Similarity;

/// <summary>Why two families are alike.</summary>
internal static class SharedTerms
{
    /// <summary>Terms that both have and that make them alike, the weightiest first. Each word is told once, in a pair where there is one.</summary>
    /// <param name="index">Says how much each term tells.</param>
    /// <param name="of">Terms of one, as <see cref="TermCounts.Named"/> gives them.</param>
    /// <param name="other">Terms of the other.</param>
    /// <param name="most">How many at the most.</param>
    public static IReadOnlyList<string> Between(SimilarityIndex index, IEnumerable<string> of, IEnumerable<string> other, int most)
    {
        var counts = other.CountBy(term => term).ToDictionary();
        var shared = of.CountBy(term => term).Where(term => counts.ContainsKey(term.Key))
            .OrderByDescending(term => Math.Round(term.Value * counts[term.Key] * Math.Pow(index.IdfOf(TermCounts.HashOf(term.Key)), 2), 6)).ThenByDescending(term => term.Key.Contains(' ', StringComparison.Ordinal));
        var (named, told) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (term, _) in shared)
        {
            if (named.Count == most) break;
            var words = term.Split(' ');
            if (words.Any(told.Contains)) continue;
            named.Add(term);
            told.UnionWith(words);
        }
        return named;
    }
}
