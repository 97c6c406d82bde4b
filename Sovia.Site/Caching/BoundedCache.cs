using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sovia.Caching;

/// <summary>
/// Caches a few thousand frequently used small values, bounded in bytes. Entries used since the last eviction survive the next one.
/// Used instead of the framework's memory cache, whose overhead per entry is larger than such a value.
/// </summary>
/// <param name="maxBytes">The maximum size in bytes.</param>
/// <param name="size">Returns the size of a value in bytes.</param>
public sealed class BoundedCache<TKey, TValue>(long maxBytes, Func<TValue, int> size) where TKey : notnull
{
    // The size of an entry without its value, in bytes.
    private const int Overhead = 100;

    private Generation recent = new(), older = new();

    /// <summary>Gets the value of a key.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (recent.Values.TryGetValue(key, out value)) return true;
        if (!older.Values.TryGetValue(key, out value)) return false;
        Add(key, value);
        return true;
    }

    /// <summary>Adds a value; keeps the existing value if the key is present.</summary>
    public void Add(TKey key, TValue value)
    {
        var generation = recent;
        if (!generation.Values.TryAdd(key, value)) return;
        if (Interlocked.Add(ref generation.Bytes, size(value) + Overhead) <= maxBytes / 2) return;
        // If several threads find the generation full, only one replaces it.
        if (Interlocked.CompareExchange(ref recent, new(), generation) == generation) older = generation;
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TKey, TValue> Values = new();
        public long Bytes;
    }
}
