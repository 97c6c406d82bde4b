namespace Sovia.Synthetic;

/// <summary>
/// Words that occur in a known share of families, so that a search for one has a known number of results.
/// No other word of the vocabulary starts with any of them.
/// </summary>
public static class BenchmarkTerms
{
    /// <summary>Occurs in about 90% of families.</summary>
    public const string Common = "light";

    /// <summary>Occurs in one of a hundred families.</summary>
    public const string Uncommon = "harbour";

    /// <summary>Occurs in one of ten thousand families, and in at least one.</summary>
    public const string Rare = "quetzal";

    /// <summary>Two common words side by side, in about 5% of families.</summary>
    public const string Phrase = "golden hour";

    // Higher than 90%, because a few families have no text at all.
    private const double CommonAmongTexts = 0.95;

    /// <summary>Returns the terms that a family must contain.</summary>
    internal static IEnumerable<string> ForFamily(int family, int families, int seed, SyntheticRandom syntheticRandom)
    {
        if (IsChosen(family, families, 10_000, seed)) yield return Rare;
        if (IsChosen(family, families, 100, seed)) yield return Uncommon;
        if (syntheticRandom.NextBool(0.05)) yield return Phrase;
        if (syntheticRandom.NextBool(CommonAmongTexts)) yield return Common;
    }

    // Chooses one family per range instead of rolling for each, so that even a library of 1,000 contains the rare word.
    private static bool IsChosen(int family, int families, int rangeLength, int seed)
    {
        var start = family / rangeLength * rangeLength;
        return family - start == new SyntheticRandom(seed, ~((long)rangeLength << 32 | (uint)start))
            .NextInt(0, Math.Min(rangeLength, families - start) - 1);
    }
}
