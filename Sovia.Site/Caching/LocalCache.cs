using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Sovia.Caching;

/// <summary>
/// What was made, kept in this process while there is room: the one level of the cache that lies in its memory, bounded in bytes. The
/// state of the library is part of every key, so nothing is ever removed for being wrong, only for being old. Only what was made to its
/// end is kept: nothing that failed, and nothing whose making was cancelled.
/// </summary>
/// <param name="clock">Tells how old entries are.</param>
public sealed class LocalCache(TimeProvider clock) : IDisposable
{
    private const long MostOfPages = 24_000_000;

    private const long MostOfComputed = 64_000_000;

    // What an entry and its key take beside the value.
    private const long Overhead = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostOfPages, Clock = new Clock(clock) });

    // What is computed from a whole library is as large as that. A full cache takes nothing in that is larger than what it clears
    // out to make room, so this one clears out half of itself, and pages cannot fill it.
    private readonly MemoryCache computed =
        new(new MemoryCacheOptions { SizeLimit = MostOfComputed, CompactionPercentage = 0.5, Clock = new Clock(clock) });

    private readonly SingleFlight flights = new();

    /// <summary>What is kept under a key, where anything is.</summary>
    public bool TryGet<T>(object key, out T? value) => pages.TryGetValue(key, out value);

    /// <summary>Keeps something.</summary>
    /// <param name="key">What it is; equal keys, equal things.</param>
    /// <param name="value">The thing, complete.</param>
    /// <param name="size">Its size in bytes.</param>
    public void Set<T>(object key, T value, long size) => _ = pages.Set(key, value, Entry(size));

    /// <summary>Gives what is kept under a key, or makes it: once, however many ask.</summary>
    /// <param name="key">What it is; equal keys, equal things.</param>
    /// <param name="make">Makes it, with nothing that ends with the caller. Its token is cancelled when nobody waits any more.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="ct">Ends the waiting of this caller.</param>
    /// <param name="kept">How long it is kept at the most; null for as long as it is used.</param>
    public ValueTask<T> GetOrCreateAsync<T>(object key, Func<CancellationToken, Task<T>> make, Func<T, long> size, CancellationToken ct,
        TimeSpan? kept = null) =>
        computed.TryGetValue(key, out T? known) ? new(known!) : new(flights.RunAsync(key, ct => MakeAsync(key, make, size, kept, ct), ct));

    /// <inheritdoc/>
    public void Dispose()
    {
        pages.Dispose();
        computed.Dispose();
    }

    private async Task<T> MakeAsync<T>(object key, Func<CancellationToken, Task<T>> make, Func<T, long> size, TimeSpan? time,
        CancellationToken ct)
    {
        // Whoever made it last may have ended since this caller looked.
        if (computed.TryGetValue(key, out T? kept)) return kept!;
        var made = await make(ct);
        // What takes note of its cancellation by coming to an early end gives back less than the whole.
        if (!ct.IsCancellationRequested) _ = computed.Set(key, made, Entry(size(made), time));
        return made;
    }

    private static MemoryCacheEntryOptions Entry(long size, TimeSpan? kept = null) =>
        kept is null ? new() { Size = Overhead + size, SlidingExpiration = Kept }
        : new() { Size = Overhead + size, AbsoluteExpirationRelativeToNow = kept };

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
