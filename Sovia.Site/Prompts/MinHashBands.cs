using System.IO.Hashing;
using System.Text;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>
/// Locality-sensitive hashes of texts (MinHash in bands). Two texts that share 80% of their words have at least one of eight bands in
/// common in 99% of cases; two texts that share 20%, in 6%. An index of the bands finds candidates, which are then compared word by word.
/// </summary>
internal static class MinHashBands
{
    private const int BandCount = 8, RowCount = 3, MaxShortTextWords = 4, ShortLength = 3;

    /// <summary>Computes the bands of a text; empty if the text has no words.</summary>
    public static long[] Compute(IReadOnlyCollection<string> words)
    {
        // Short words are ignored, because most occur in every text and do not make texts similar.
        var significantWords = words.Where(word => word.Length > ShortLength || Tokenizer.IsSingleCharacterWord(word)).Distinct().ToList();
        var hashes = (significantWords.Count > MaxShortTextWords ? significantWords : words).Select(ComputeHash).ToHashSet();
        if (hashes.Count == 0) return [];
        // Each word of a very short text is a band, so that one common word makes a candidate.
        if (hashes.Count <= MaxShortTextWords) return [.. hashes.Select(hash => (long)hash)];
        var bands = new long[BandCount];
        for (var band = 0; band < BandCount; band++)
        {
            var bandHash = (ulong)band;
            for (var row = 0; row < RowCount; row++) bandHash = Mix(bandHash ^ GetMinHash(hashes, (ulong)((band * RowCount) + row + 1)));
            bands[band] = unchecked((long)bandHash);
        }
        return bands;
    }

    private static ulong GetMinHash(HashSet<ulong> hashes, ulong permutation)
    {
        var minHash = ulong.MaxValue;
        foreach (var hash in hashes) minHash = Math.Min(minHash, Mix(hash + (permutation * 0x9E3779B97F4A7C15)));
        return minHash;
    }

    private static ulong ComputeHash(string word) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(word));

    // The finaliser of SplitMix64, public domain.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
