using System.IO.Hashing;
using System.Text;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>
/// Numbers that texts of nearly the same words have in common (MinHash in bands): of two that share eight words of ten, one of eight is
/// equal in 99 of 100 cases; of two that share two words of ten, in 6. An index of them leads to candidates, which are then compared word
/// by word.
/// </summary>
internal static class MinHashBands
{
    private const int Bands = 8, Rows = 3, FewWords = 4, ShortWord = 3;

    /// <summary>The bands of a text; none of a text without words.</summary>
    public static long[] Compute(IReadOnlyCollection<string> words)
    {
        // Short words are mostly those that stand in every text, and two texts are not alike for them.
        var telling = words.Where(word => word.Length > ShortWord || Tokenizer.IsSingleCharacterWord(word)).Distinct().ToList();
        var hashes = (telling.Count > FewWords ? telling : words).Select(HashOf).ToHashSet();
        if (hashes.Count == 0) return [];
        // A word of a few is a large part of them: any that is the same makes a candidate.
        if (hashes.Count <= FewWords) return [.. hashes.Select(hash => (long)hash)];
        var bands = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var mixed = (ulong)band;
            for (var row = 0; row < Rows; row++) mixed = Mix(mixed ^ Least(hashes, (ulong)((band * Rows) + row + 1)));
            bands[band] = unchecked((long)mixed);
        }
        return bands;
    }

    private static ulong Least(HashSet<ulong> hashes, ulong permutation)
    {
        var least = ulong.MaxValue;
        foreach (var hash in hashes) least = Math.Min(least, Mix(hash + (permutation * 0x9E3779B97F4A7C15)));
        return least;
    }

    private static ulong HashOf(string word) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(word));

    // The end of SplitMix64, public domain.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
