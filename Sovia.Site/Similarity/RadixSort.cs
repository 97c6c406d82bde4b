using System.Buffers;

namespace Sovia.Similarity;

/// <summary>Sorts keys that are hashes, with an item each. Comparing millions of them takes several times as long.</summary>
internal static class RadixSort
{
    private const int DigitBits = 16, DigitCount = 64 / DigitBits;

    // Below this, clearing the counters takes longer than comparing.
    private const int MinLength = 4_096;

    /// <summary>Sorts by key, ascending. Items of equal keys keep their order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="items">The items, one for each key.</param>
    public static void Sort(Span<ulong> keys, Span<int> items)
    {
        if (keys.Length < MinLength)
        {
            SortSmall(keys, items);
            return;
        }
        var (keyBuffer, itemBuffer) = (ArrayPool<ulong>.Shared.Rent(keys.Length), ArrayPool<int>.Shared.Rent(keys.Length));
        try
        {
            var otherKeys = keyBuffer.AsSpan(0, keys.Length);
            var otherItems = itemBuffer.AsSpan(0, keys.Length);
            var ends = new int[1 << DigitBits];
            // The number of passes is even, so that the result ends up where it began.
            for (var digit = 0; digit < DigitCount; digit += 2)
            {
                Distribute(keys, items, otherKeys, otherItems, digit * DigitBits, ends);
                Distribute(otherKeys, otherItems, keys, items, (digit + 1) * DigitBits, ends);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keyBuffer);
            ArrayPool<int>.Shared.Return(itemBuffer);
        }
    }

    private static void Distribute(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> items, Span<ulong> sortedKeys, Span<int> sortedItems,
        int shift, int[] ends)
    {
        Array.Clear(ends);
        foreach (var key in keys) ends[(ushort)(key >> shift)]++;
        for (int digit = 0, start = 0; digit < ends.Length; digit++) (ends[digit], start) = (start, start + ends[digit]);
        for (var i = 0; i < keys.Length; i++)
        {
            var position = ends[(ushort)(keys[i] >> shift)]++;
            (sortedKeys[position], sortedItems[position]) = (keys[i], items[i]);
        }
    }

    private static void SortSmall(Span<ulong> keys, Span<int> items)
    {
        // Pairs with their position, because a sort by comparison does not keep the order of equal keys.
        var pairs = new (ulong Key, int Position, int Item)[keys.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (keys[i], i, items[i]);
        Array.Sort(pairs, static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Position.CompareTo(b.Position));
        for (var i = 0; i < pairs.Length; i++) (keys[i], items[i]) = (pairs[i].Key, pairs[i].Item);
    }
}
