using System.IO.Hashing;
using System.Text;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>
/// Locality-sensitive hashes of texts (MinHash in bands). Of two texts that share eight words of ten, at least one of eight bands is equal
/// in 99% of cases; of two that share two words of ten, in 6%. An index of the bands finds candidates, which are then compared word by
/// word.
/// </summary>
internal static class MinHashBands
{
    private const int Bands = 8, Rows = 3, FewWords = 4, ShortWord = 3;

    /// <summary>Computes the bands of a text; empty if the text has no words.</summary>
    public static long[] Compute(IReadOnlyCollection<string> words)
    {
        // Short words are ignored, because most occur in every text and do not make texts similar.
        var telling = words.Where(word => word.Length > ShortWord || Tokenizer.IsSingleCharacterWord(word)).Distinct().ToList();
        var hashes = (telling.Count > FewWords ? telling : words).Select(HashOf).ToHashSet();
        if (hashes.Count == 0) return [];
        // Each word of a very short text is a band, so that one common word makes a candidate.
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

    // The finaliser of SplitMix64, public domain.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
