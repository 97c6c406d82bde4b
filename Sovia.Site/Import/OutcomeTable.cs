using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sovia.Import;

/// <summary>
/// What became of each post of a run, in a third of the memory that a dictionary takes: a million posts are to fit beside everything else.
/// Of an id only 61 bits of its hash are kept. Among a million posts that two of them share those happens once in five million runs, and
/// costs a one in the counts.
/// </summary>
internal sealed class OutcomeTable
{
    private const int Shards = 64;

    // The bits of a slot that say what became of its post; 0 where it is free.
    private const ulong Outcomes = 7;

    // Many small arrays: one large one is there twice while it grows.
    private readonly ulong[][] slots = new ulong[Shards][];
    private readonly int[] counts = new int[Shards];

    /// <summary>What became of a post; null where nothing is known of it.</summary>
    public PostOutcome? this[Guid id] =>
        Hash(id) is var hash && slots[Shard(hash)] is { } shard && shard[Find(shard, hash)] is var slot and not 0
        ? (PostOutcome)((slot & Outcomes) - 1) : null;

    /// <summary>Notes what became of a post, in place of what was known.</summary>
    public void Set(Guid id, PostOutcome outcome)
    {
        var hash = Hash(id);
        var at = Shard(hash);
        var shard = slots[at] ??= new ulong[16];
        if (counts[at] + 1 > shard.Length * 7 / 8) shard = slots[at] = Grown(shard);
        var slot = Find(shard, hash);
        if (shard[slot] == 0) counts[at]++;
        shard[slot] = (hash & ~Outcomes) | ((ulong)outcome + 1);
    }

    private static ulong[] Grown(ulong[] shard)
    {
        var grown = new ulong[shard.Length * 3 / 2];
        foreach (var slot in shard)
            if (slot != 0) grown[Find(grown, slot)] = slot;
        return grown;
    }

    // The slot that holds this hash, or the free one where it belongs.
    private static int Find(ulong[] shard, ulong hash)
    {
        var slot = (int)Math.BigMul((hash & ~Outcomes) << 6, (ulong)shard.Length, out _);
        while (shard[slot] != 0 && (shard[slot] ^ hash) > Outcomes) slot = slot + 1 == shard.Length ? 0 : slot + 1;
        return slot;
    }

    private static int Shard(ulong hash) => (int)(hash >> 58);

    private static ulong Hash(Guid id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id)));
}
