namespace Sovia.Synthetic;

/// <summary>
/// The English vocabulary of prompts: some hundred real words, then tens of thousands of invented, pronounceable ones. The same
/// for every seed, so that search terms are known before the library is generated.
/// </summary>
internal static class SyntheticVocabulary
{
    private const int InventedCount = 40_000;

    private static readonly string[] Starts = ["b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "k", "l", "m", "n", "p", "pl", "r",
        "s", "sh", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
    private static readonly string[] Ends = ["", "", "l", "m", "n", "nd", "r", "s", "st", "t", "x"];
    private static readonly string[] ReservedPrefixes = [BenchmarkTerms.Common, "harb", "quetz", "golden", "hour"];

    /// <summary>All distinct words, most frequent first.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. CommonWords.All.Concat(InventWords()).Distinct().Where(IsNotReserved).Take(CommonWords.All.Count + InventedCount)];

    private static IEnumerable<string> InventWords()
    {
        var syntheticRandom = new SyntheticRandom(seed: 0, stream: 0);
        while (true) yield return string.Concat(Enumerable.Range(0, syntheticRandom.NextInt(2, 3)).Select(_ => Syllable(syntheticRandom)));
    }

    private static string Syllable(SyntheticRandom syntheticRandom) =>
        syntheticRandom.Pick(Starts) + syntheticRandom.Pick(Middles) + syntheticRandom.Pick(Ends);

    private static bool IsNotReserved(string word) => !ReservedPrefixes.Any(prefix => word.StartsWith(prefix, StringComparison.Ordinal));
}
