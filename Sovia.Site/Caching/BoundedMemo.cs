using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sovia.Caching;

/// <summary>
/// Memoizes results computed from texts, up to a maximum count. A few texts make up most of any library, and a lookup costs a fraction
/// of the computation.
/// </summary>
/// <param name="most">The maximum count; later results are not kept.</param>
internal sealed class BoundedMemo<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> results = new(StringComparer.Ordinal);

    // A separate counter, because ConcurrentDictionary.Count takes all of its locks.
    private int count;

    /// <summary>Gets the result of a text.</summary>
    public bool TryGet(string text, [MaybeNullWhen(false)] out T found) => results.TryGetValue(text, out found);

    /// <inheritdoc cref="TryGet(string, out T)"/>
    public bool TryGet(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T found) =>
        results.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out found);

    /// <summary>Stores a result if there is room, and returns it.</summary>
    public T Add(string text, T found)
    {
        if (Volatile.Read(ref count) < most && results.TryAdd(text, found)) Interlocked.Increment(ref count);
        return found;
    }
}
