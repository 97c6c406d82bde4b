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

    private const int Tables = 4;
    private const int Bits = 16;
    private const int Buckets = 1 << Bits;

    private readonly ulong[] hashes;
    private readonly Table[] tables;

    /// <summary>Builds the index.</summary>
    /// <param name="hashes">The hashes, duplicates allowed. Results refer to positions in this list.</param>
    public HashIndex(IReadOnlyList<ulong> hashes)
    {
        this.hashes = [.. hashes];
        tables = [.. Enumerable.Range(0, Tables).Select(quarter => new Table(this.hashes, quarter * Bits))];
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
        for (var at = 0; at < Tables; at++)
        {
            Probe(at, tables[at].GetKey(hash), hash, distance, found);
            for (var bit = 0; IsWide(at, distance) && bit < Bits; bit++)
                Probe(at, tables[at].GetKey(hash) ^ 1 << bit, hash, distance, found);
        }
    }

    /// <summary>Returns all pairs of hashes within a distance, each once and the smaller position first.</summary>
    /// <param name="distance">The maximum Hamming distance, at most <see cref="MaxDistance"/>.</param>
    public List<NearPair> FindPairs(int distance)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, MaxDistance);
        List<NearPair> pairs = [];
        for (var at = 0; at < Tables; at++)
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                var own = tables[at].In(bucket);
                if (own.Length == 0) continue;
                for (var one = 0; one < own.Length; one++) Compare(at, own, one, one + 1, own, distance, pairs);
                for (var bit = 0; IsWide(at, distance) && bit < Bits; bit++)
                    if ((bucket ^ 1 << bit) is var other && other > bucket && tables[at].In(other) is { Length: > 0 } others)
                        for (var one = 0; one < own.Length; one++) Compare(at, own, one, 0, others, distance, pairs);
            }
        return pairs;
    }

    private static void Compare(int at, ReadOnlySpan<Entry> own, int one, int from, ReadOnlySpan<Entry> others, int distance,
        List<NearPair> pairs)
    {
        var hash = own[one].Hash;
        for (var other = from; other < others.Length; other++)
        {
            var apart = BitOperations.PopCount(hash ^ others[other].Hash);
            if (apart > distance || IsFoundBefore(at, hash ^ others[other].Hash, distance)) continue;
            var (first, second) = (own[one].Place, others[other].Place);
            pairs.Add(first < second ? new(first, second, (byte)apart) : new(second, first, (byte)apart));
        }
    }

    private void Probe(int at, int bucket, ulong hash, int distance, Action<int, int> found)
    {
        foreach (ref readonly var entry in tables[at].In(bucket))
        {
            var difference = hash ^ entry.Hash;
            var apart = BitOperations.PopCount(difference);
            if (apart <= distance && !IsFoundBefore(at, difference, distance)) found(entry.Place, apart);
        }
    }

    // A pair may occur in several tables; only the first one reports it.
    private static bool IsFoundBefore(int at, ulong difference, int distance)
    {
        for (var before = 0; before < at; before++)
        {
            var quarter = (ushort)(difference >> before * Bits);
            if (quarter == 0 || (IsWide(before, distance) && BitOperations.IsPow2((uint)quarter))) return true;
        }
        return false;
    }

    // Up to a distance of three some quarter is equal. For each further bit, one more table must be searched for quarters that differ in
    // one bit: with w such tables, hashes that no table finds differ in at least 2w + (4 - w) bits.
    private static bool IsWide(int at, int distance) => at < distance - (Tables - 1);

    private readonly record struct Entry(ulong Hash, int Place);

    // The hashes sorted by one quarter, so that the hashes of a bucket are adjacent.
    private sealed class Table
    {
        private readonly int[] starts = new int[Buckets + 1];
        private readonly Entry[] entries;
        private readonly int shift;

        public Table(ulong[] hashes, int shift)
        {
            this.shift = shift;
            entries = new Entry[hashes.Length];
            foreach (var hash in hashes) starts[GetKey(hash) + 1]++;
            for (var bucket = 0; bucket < Buckets; bucket++) starts[bucket + 1] += starts[bucket];
            var next = starts.AsSpan(0, Buckets).ToArray();
            for (var place = 0; place < hashes.Length; place++) entries[next[GetKey(hashes[place])]++] = new(hashes[place], place);
        }

        public int GetKey(ulong hash) => (ushort)(hash >> shift);

        public ReadOnlySpan<Entry> In(int bucket) => entries.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);
    }
}
