using System.Numerics;

namespace Sovia.Similarity;

/// <summary>One of 2^<paramref name="Bits"/> equal ranges of hashes.</summary>
/// <param name="Number">The number of the range, from 0.</param>
/// <param name="Bits">How many leading bits all hashes of the range have in common.</param>
internal readonly record struct TermRange(int Number, int Bits)
{
    /// <summary>The most common bits.</summary>
    public const int MaxBits = 10;

    /// <summary>The first hash.</summary>
    public ulong First => Bits == 0 ? 0 : (ulong)Number << (64 - Bits);

    /// <summary>Whether no range follows.</summary>
    public bool IsLast => Number + 1 == 1 << Bits;

    /// <summary>The first hash of the range that follows.</summary>
    public ulong End => (ulong)(Number + 1) << (64 - Bits);

    /// <summary>Divides all hashes into ranges, with about <paramref name="perRange"/> of <paramref name="count"/> terms each.</summary>
    public static IReadOnlyList<TermRange> Split(long count, int perRange)
    {
        var bits = Math.Min(MaxBits, BitOperations.Log2((ulong)(count / perRange) + 1));
        return [.. Enumerable.Range(0, 1 << bits).Select(number => new TermRange(number, bits))];
    }
}
