namespace Sovia.Synthetic;

/// <summary>
/// Words that stand in a known part of all families and nowhere else, so that a search for one is a search of known size.
/// No other word of the vocabulary begins like them.
/// </summary>
public static class BenchmarkTerms
{
    /// <summary>Stands in about 90 % of families.</summary>
    public const string Common = "light";

    /// <summary>Stands in one of each hundred families.</summary>
    public const string Uncommon = "harbour";

    /// <summary>Stands in one of each ten thousand families, and in one at least.</summary>
    public const string Rare = "quetzal";

    /// <summary>Two common words side by side, in about 5 % of families.</summary>
    public const string Phrase = "golden hour";

    // A few families have no text at all, and so none of the common words either.
    private const double CommonAmongTexts = 0.95;

    /// <summary>What of them a family has to have.</summary>
    internal static IEnumerable<string> ForFamily(int family, int families, int seed, SyntheticRandom syntheticRandom)
    {
        if (IsChosen(family, families, 10_000, seed)) yield return Rare;
        if (IsChosen(family, families, 100, seed)) yield return Uncommon;
        if (syntheticRandom.NextBool(0.05)) yield return Phrase;
        if (syntheticRandom.NextBool(CommonAmongTexts)) yield return Common;
    }

    // One place in each stretch and not a toss each: a library of 1,000 has a rare word too.
    private static bool IsChosen(int family, int families, int stretch, int seed)
    {
        var start = family / stretch * stretch;
        return family - start == new SyntheticRandom(seed, ~((long)stretch << 32 | (uint)start))
            .NextInt(0, Math.Min(stretch, families - start) - 1);
    }
}
