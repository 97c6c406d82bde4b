using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Sovia.Caching;

/// <summary>
/// The in-memory cache of this process, bounded in bytes. The library's version is part of every key, so entries are never invalidated,
/// only evicted or expired. Failed and cancelled computations are not cached.
/// </summary>
/// <param name="clock">The clock for expiry.</param>
public sealed class LocalCache(TimeProvider clock) : IDisposable
{
    private const long MaxPageBytes = 24_000_000;

    private const long MaxComputedBytes = 64_000_000;

    // The size of an entry and its key without the value, in bytes.
    private const long Overhead = 500;

    private static readonly TimeSpan IdleLifetime = TimeSpan.FromMinutes(10);

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MaxPageBytes, Clock = new Clock(clock) });

    // Values computed from a whole library can be large. A full MemoryCache rejects a value larger than the space that compaction frees, so
    // this cache compacts by half. It is separate so that pages cannot fill it.
    private readonly MemoryCache computed =
        new(new MemoryCacheOptions { SizeLimit = MaxComputedBytes, CompactionPercentage = 0.5, Clock = new Clock(clock) });

    private readonly SingleFlight flights = new();

    /// <summary>Gets the page cached under a key.</summary>
    public bool TryGetPage<T>(object key, out T? value) => pages.TryGetValue(key, out value);

    /// <summary>Caches a page.</summary>
    /// <param name="key">Identifies the page, by equality.</param>
    /// <param name="value">The complete page.</param>
    /// <param name="size">The size in bytes.</param>
    public void SetPage<T>(object key, T value, long size) => _ = pages.Set(key, value, CreateEntryOptions(size));

    /// <summary>Returns the value cached under a key, or computes it; concurrent callers share one computation.</summary>
    /// <param name="key">Identifies the value, by equality.</param>
    /// <param name="factory">Computes the value. Must not use anything scoped to the caller. Cancelled when no caller waits any
    /// more.</param>
    /// <param name="size">Returns the size of a value in bytes.</param>
    /// <param name="ct">Cancels this caller's wait.</param>
    /// <param name="lifetime">The maximum age of the entry; null to keep it as long as it is used.</param>
    public ValueTask<T> GetOrCreateAsync<T>(object key, Func<CancellationToken, Task<T>> factory, Func<T, long> size, CancellationToken ct,
        TimeSpan? lifetime = null) =>
        computed.TryGetValue(key, out T? known) ? new(known!)
        : new(flights.RunAsync(key, ct => MakeAsync(key, factory, size, lifetime, ct), ct));

    /// <inheritdoc/>
    public void Dispose()
    {
        pages.Dispose();
        computed.Dispose();
    }

    private async Task<T> MakeAsync<T>(object key, Func<CancellationToken, Task<T>> make, Func<T, long> size, TimeSpan? lifetime,
        CancellationToken ct)
    {
        // Another computation may have ended since this caller checked the cache.
        if (computed.TryGetValue(key, out T? cached)) return cached!;
        var made = await make(ct);
        // A computation that handles cancellation by returning early returns a partial value.
        if (!ct.IsCancellationRequested) _ = computed.Set(key, made, CreateEntryOptions(size(made), lifetime));
        return made;
    }

    private static MemoryCacheEntryOptions CreateEntryOptions(long size, TimeSpan? lifetime = null) =>
        lifetime is null ? new() { Size = Overhead + size, SlidingExpiration = IdleLifetime }
        : new() { Size = Overhead + size, AbsoluteExpirationRelativeToNow = lifetime };

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
