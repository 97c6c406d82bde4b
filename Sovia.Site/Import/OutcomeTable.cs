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
    private const int ShardCount = 64;

    // The bits of a slot that hold the outcome; 0 if the slot is free.
    private const ulong OutcomeMask = 7;

    // Many small arrays, because one large array exists twice while it grows.
    private readonly ulong[][] shards = new ulong[ShardCount][];
    private readonly int[] counts = new int[ShardCount];

    /// <summary>Returns the outcome of a post; null if there is none.</summary>
    public PostOutcome? this[Guid id] =>
        ComputeHash(id) is var hash && shards[GetShardIndex(hash)] is { } shard && shard[FindSlot(shard, hash)] is var slot and not 0
        ? (PostOutcome)((slot & OutcomeMask) - 1) : null;

    /// <summary>Sets the outcome of a post and replaces the previous one.</summary>
    public void Set(Guid id, PostOutcome outcome)
    {
        var hash = ComputeHash(id);
        var shardIndex = GetShardIndex(hash);
        var shard = shards[shardIndex] ??= new ulong[16];
        if (counts[shardIndex] + 1 > shard.Length * 7 / 8) shard = shards[shardIndex] = Grow(shard);
        var index = FindSlot(shard, hash);
        if (shard[index] == 0) counts[shardIndex]++;
        shard[index] = (hash & ~OutcomeMask) | ((ulong)outcome + 1);
    }

    private static ulong[] Grow(ulong[] shard)
    {
        var larger = new ulong[shard.Length * 3 / 2];
        foreach (var slot in shard)
            if (slot != 0) larger[FindSlot(larger, slot)] = slot;
        return larger;
    }

    // Returns the slot with this hash, or the free slot for it.
    private static int FindSlot(ulong[] shard, ulong hash)
    {
        var index = (int)Math.BigMul((hash & ~OutcomeMask) << 6, (ulong)shard.Length, out _);
        while (shard[index] != 0 && (shard[index] ^ hash) > OutcomeMask) index = index + 1 == shard.Length ? 0 : index + 1;
        return index;
    }

    private static int GetShardIndex(ulong hash) => (int)(hash >> 58);

    private static ulong ComputeHash(Guid id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id)));
}
