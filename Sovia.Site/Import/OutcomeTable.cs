using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sovia.Import;

/// <summary>
/// The outcome of each post of a run, in a third of the memory of a dictionary, because a million posts must fit beside everything else.
/// Stores only 61 bits of each id's hash. Among a million posts a collision occurs once in five million runs, and makes a count wrong by
/// one.
/// </summary>
internal sealed class OutcomeTable
{
    private const int Shards = 64;

    // The bits of a slot that hold the outcome; 0 if the slot is free.
    private const ulong Outcomes = 7;

    // Many small arrays, because one large array exists twice while it grows.
    private readonly ulong[][] slots = new ulong[Shards][];
    private readonly int[] counts = new int[Shards];

    /// <summary>Returns the outcome of a post; null if there is none.</summary>
    public PostOutcome? this[Guid id] =>
        Hash(id) is var hash && slots[Shard(hash)] is { } shard && shard[Find(shard, hash)] is var slot and not 0
        ? (PostOutcome)((slot & Outcomes) - 1) : null;

    /// <summary>Sets the outcome of a post and replaces the previous one.</summary>
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

    // Returns the slot with this hash, or the free slot for it.
    private static int Find(ulong[] shard, ulong hash)
    {
        var slot = (int)Math.BigMul((hash & ~Outcomes) << 6, (ulong)shard.Length, out _);
        while (shard[slot] != 0 && (shard[slot] ^ hash) > Outcomes) slot = slot + 1 == shard.Length ? 0 : slot + 1;
        return slot;
    }

    private static int Shard(ulong hash) => (int)(hash >> 58);

    private static ulong Hash(Guid id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id)));
}
