using System.Numerics;

namespace Sovia.Duplicates.Hashes;

/// <summary>
/// Finds hashes near a given hash, and all pairs of near hashes, by multi-index hashing: each hash is in four tables, one for each of its
/// 16-bit quarters. Two hashes that differ in few bits have a quarter that is equal or differs in one bit: if all four quarters differed in
/// two bits or more, the hashes would differ in at least eight. Exact up to <see cref="MaxDistance"/>.
/// </summary>
public sealed class HashIndex
{
    /// <summary>The maximum distance of a search.</summary>
    public const int MaxDistance = 7;

    private const int TableCount = 4;
    private const int BitsPerTable = 16;
    private const int BucketCount = 1 << BitsPerTable;

    private readonly ulong[] hashes;
    private readonly Table[] tables;

    /// <summary>Builds the index.</summary>
    /// <param name="hashes">The hashes, duplicates allowed. Results refer to positions in this list.</param>
    public HashIndex(IReadOnlyList<ulong> hashes)
    {
        this.hashes = [.. hashes];
        tables = [.. Enumerable.Range(0, TableCount).Select(quarter => new Table(this.hashes, quarter * BitsPerTable))];
    }

    /// <summary>The number of hashes.</summary>
    public int Count => hashes.Length;

    /// <summary>The hash at a position.</summary>
    public ulong this[int place] => hashes[place];

    /// <summary>Reports each hash within a distance once, in no particular order.</summary>
    /// <param name="hash">The hash to search near.</param>
    /// <param name="distance">The maximum Hamming distance, at most <see cref="MaxDistance"/>.</param>
    /// <param name="found">Receives the position and the distance of each result.</param>
    public void FindNear(ulong hash, int distance, Action<int, int> found)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, MaxDistance);
        for (var table = 0; table < TableCount; table++)
        {
            Probe(table, tables[table].GetKey(hash), hash, distance, found);
            for (var bit = 0; ShouldProbeNeighbours(table, distance) && bit < BitsPerTable; bit++)
                Probe(table, tables[table].GetKey(hash) ^ 1 << bit, hash, distance, found);
        }
    }

    /// <summary>Returns all pairs of hashes within a distance, each once and the smaller position first.</summary>
    /// <param name="distance">The maximum Hamming distance, at most <see cref="MaxDistance"/>.</param>
    public List<NearPair> FindPairs(int distance)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, MaxDistance);
        List<NearPair> pairs = [];
        for (var table = 0; table < TableCount; table++)
            for (var bucket = 0; bucket < BucketCount; bucket++)
            {
                var items = tables[table].GetBucket(bucket);
                if (items.Length == 0) continue;
                for (var i = 0; i < items.Length; i++) AddPairs(table, items, i, i + 1, items, distance, pairs);
                for (var bit = 0; ShouldProbeNeighbours(table, distance) && bit < BitsPerTable; bit++)
                    if ((bucket ^ 1 << bit) is var other && other > bucket && tables[table].GetBucket(other) is { Length: > 0 } otherItems)
                        for (var i = 0; i < items.Length; i++) AddPairs(table, items, i, 0, otherItems, distance, pairs);
            }
        return pairs;
    }

    private static void AddPairs(int table, ReadOnlySpan<Entry> items, int i, int start, ReadOnlySpan<Entry> otherItems, int distance,
        List<NearPair> pairs)
    {
        var hash = items[i].Hash;
        for (var j = start; j < otherItems.Length; j++)
        {
            var bitCount = BitOperations.PopCount(hash ^ otherItems[j].Hash);
            if (bitCount > distance || IsFoundInEarlierTable(table, hash ^ otherItems[j].Hash, distance)) continue;
            var (first, second) = (items[i].Place, otherItems[j].Place);
            pairs.Add(first < second ? new(first, second, (byte)bitCount) : new(second, first, (byte)bitCount));
        }
    }

    private void Probe(int table, int bucket, ulong hash, int distance, Action<int, int> onFound)
    {
        foreach (ref readonly var entry in tables[table].GetBucket(bucket))
        {
            var difference = hash ^ entry.Hash;
            var bitCount = BitOperations.PopCount(difference);
            if (bitCount <= distance && !IsFoundInEarlierTable(table, difference, distance)) onFound(entry.Place, bitCount);
        }
    }

    // A pair may occur in several tables; only the first one reports it.
    private static bool IsFoundInEarlierTable(int table, ulong difference, int distance)
    {
        for (var earlier = 0; earlier < table; earlier++)
        {
            var quarter = (ushort)(difference >> earlier * BitsPerTable);
            if (quarter == 0 || (ShouldProbeNeighbours(earlier, distance) && BitOperations.IsPow2((uint)quarter))) return true;
        }
        return false;
    }

    // Up to a distance of three some quarter is equal. For each further bit, one more table must be searched for quarters that differ in
    // one bit: with w such tables, hashes that no table finds differ in at least 2w + (4 - w) bits.
    private static bool ShouldProbeNeighbours(int table, int distance) => table < distance - (TableCount - 1);

    private readonly record struct Entry(ulong Hash, int Place);

    // The hashes sorted by one quarter, so that the hashes of a bucket are adjacent.
    private sealed class Table
    {
        private readonly int[] starts = new int[BucketCount + 1];
        private readonly Entry[] entries;
        private readonly int shift;

        public Table(ulong[] hashes, int shift)
        {
            this.shift = shift;
            entries = new Entry[hashes.Length];
            foreach (var hash in hashes) starts[GetKey(hash) + 1]++;
            for (var bucket = 0; bucket < BucketCount; bucket++) starts[bucket + 1] += starts[bucket];
            var nextPositions = starts.AsSpan(0, BucketCount).ToArray();
            for (var i = 0; i < hashes.Length; i++) entries[nextPositions[GetKey(hashes[i])]++] = new(hashes[i], i);
        }

        public int GetKey(ulong hash) => (ushort)(hash >> shift);

        public ReadOnlySpan<Entry> GetBucket(int bucket) => entries.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);
    }
}
