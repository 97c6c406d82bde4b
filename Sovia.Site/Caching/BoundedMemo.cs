using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sovia.Caching;

/// <summary>
/// What was worked out of texts, for up to so many of them: a few make up most of any library, and looking one up costs a fraction of
/// working it out.
/// </summary>
/// <param name="most">How many are kept; the first ones are.</param>
internal sealed class BoundedMemo<T>(int most)
{
    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);

    // Beside it, because asking it for its count locks all of it.
    private int count;

    /// <summary>What was worked out of this text.</summary>
    public bool TryGet(string text, [MaybeNullWhen(false)] out T found) => known.TryGetValue(text, out found);

    /// <inheritdoc cref="TryGet(string, out T)"/>
    public bool TryGet(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T found) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out found);

    /// <summary>Keeps it where there is room, and gives it back.</summary>
    public T Add(string text, T found)
    {
        if (Volatile.Read(ref count) < most && known.TryAdd(text, found)) Interlocked.Increment(ref count);
        return found;
    }
}
