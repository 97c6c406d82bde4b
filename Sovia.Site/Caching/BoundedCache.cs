using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sovia.Caching;

/// <summary>
/// Small values of which a few thousand are used again and again, bounded in bytes. Entries that were used since the last time it was full
/// outlive the next: the memory cache of the framework takes more for each entry than such a value is large.
/// </summary>
/// <param name="most">Bytes that it may hold.</param>
/// <param name="size">The size of an entry in bytes.</param>
public sealed class BoundedCache<TKey, TValue>(long most, Func<TValue, int> size) where TKey : notnull
{
    // What an entry takes beside its value.
    private const int Overhead = 100;

    private Generation recent = new(), older = new();

    /// <summary>The value that is kept under a key.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (recent.Values.TryGetValue(key, out value)) return true;
        if (!older.Values.TryGetValue(key, out value)) return false;
        Set(key, value);
        return true;
    }

    /// <summary>Keeps a value.</summary>
    public void Set(TKey key, TValue value)
    {
        var into = recent;
        if (!into.Values.TryAdd(key, value)) return;
        if (Interlocked.Add(ref into.Bytes, size(value) + Overhead) <= most / 2) return;
        // Of several that find it full, one turns the page.
        if (Interlocked.CompareExchange(ref recent, new(), into) == into) older = into;
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TKey, TValue> Values = new();
        public long Bytes;
    }
}
