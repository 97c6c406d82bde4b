using System.Buffers;

namespace Sovia.Similarity;

/// <summary>Sorts hash keys together with their items. For millions of keys, several times as fast as a comparison sort.</summary>
internal static class RadixSort
{
    // The counters of a digit fit into the first-level cache. Few different hashes agree in both digits.
    private const int DigitBits = 11, DigitCount = 2;

    // Below this, clearing the counters takes longer than comparing.
    private const int MinLength = 1_024;

    /// <summary>Sorts by key, ascending. Items of equal keys keep their order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="items">The items, one for each key.</param>
    /// <param name="commonBits">How many leading bits all keys have in common.</param>
    public static void Sort(Span<ulong> keys, Span<int> items, int commonBits)
    {
        if (keys.Length < MinLength)
        {
            SortSmall(keys, items);
            return;
        }
        var shift = 64 - commonBits - (DigitCount * DigitBits);
        var (keyBuffer, itemBuffer) = (ArrayPool<ulong>.Shared.Rent(keys.Length), ArrayPool<int>.Shared.Rent(keys.Length));
        try
        {
            var otherKeys = keyBuffer.AsSpan(0, keys.Length);
            var otherItems = itemBuffer.AsSpan(0, keys.Length);
            Span<int> ends = stackalloc int[1 << DigitBits];
            Distribute(keys, items, otherKeys, otherItems, shift, ends);
            Distribute(otherKeys, otherItems, keys, items, shift + DigitBits, ends);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keyBuffer);
            ArrayPool<int>.Shared.Return(itemBuffer);
        }
        SortRuns(keys, items, shift);
    }

    private static void Distribute(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> items, Span<ulong> sortedKeys, Span<int> sortedItems,
        int shift, Span<int> ends)
    {
        const int mask = (1 << DigitBits) - 1;
        ends.Clear();
        foreach (var key in keys) ends[(int)(key >> shift) & mask]++;
        for (int digit = 0, start = 0; digit < ends.Length; digit++) (ends[digit], start) = (start, start + ends[digit]);
        for (var i = 0; i < keys.Length; i++)
        {
            var position = ends[(int)(keys[i] >> shift) & mask]++;
            (sortedKeys[position], sortedItems[position]) = (keys[i], items[i]);
        }
    }

    // Sorts each run of keys with equal digits by itself, unless it is in order.
    private static void SortRuns(Span<ulong> keys, Span<int> items, int shift)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            var isSorted = true;
            for (end = start + 1; end < keys.Length && keys[end] >> shift == keys[start] >> shift; end++)
                isSorted &= keys[end] >= keys[end - 1];
            if (!isSorted) SortSmall(keys[start..end], items[start..end]);
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
