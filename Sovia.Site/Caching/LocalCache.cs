using Microsoft.Extensions.Caching.Memory;

namespace Sovia.Caching;

/// <summary>
/// What is too large or too short-lived to be shared between sites. The version of the library is part of every key, so
/// nothing is ever thrown out for being wrong, only for being old. Who asks while somebody else finds out waits for that.
/// </summary>
public sealed class LocalCache : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache small = new(new MemoryCacheOptions { SizeLimit = 24_000_000 });

    // What is worked out from a whole library is as large as that. A full cache takes nothing in that is larger than what it clears
    // out to make room, so this one clears out half of itself, and pages cannot fill it.
    private readonly MemoryCache large = new(new MemoryCacheOptions { SizeLimit = 64_000_000, CompactionPercentage = 0.5 });

    /// <summary>What is kept under a key, where anything is.</summary>
    public bool TryGet<T>(object key, out T? value) => small.TryGetValue(key, out value);

    /// <summary>Keeps something.</summary>
    /// <param name="key">What it is; equal keys, equal things.</param>
    /// <param name="value">The thing.</param>
    /// <param name="size">Its size in bytes.</param>
    public void Set<T>(object key, T value, long size) => _ = small.Set(key, value, Entry(size));

    /// <summary>Gives what is kept under a key, or makes it.</summary>
    /// <param name="key">What it is; equal keys, equal things.</param>
    /// <param name="make">Makes it. Is not ended by the asker's going away, since others may wait for it too.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<T> GetAsync<T>(object key, Func<CancellationToken, Task<T>> make, Func<T, long> size, CancellationToken ct)
    {
        if (large.TryGetValue(key, out Task<T>? task)) return await task!.WaitAsync(ct);
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = large.Set(key, source.Task, Entry(0));
        _ = MakeAsync(key, make, size, source);
        return await source.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        small.Dispose();
        large.Dispose();
    }

    private static MemoryCacheEntryOptions Entry(long size) => new() { Size = 500 + size, SlidingExpiration = Kept };

    private async Task MakeAsync<T>(object key, Func<CancellationToken, Task<T>> make, Func<T, long> size, TaskCompletionSource<T> source)
    {
        try
        {
            var made = await make(CancellationToken.None);
            source.SetResult(made);
            _ = large.Set(key, source.Task, Entry(size(made)));
        }
        catch (Exception e)
        {
            // Whoever waits learns of it, and the next one tries again.
            large.Remove(key);
            source.SetException(e);
        }
    }
}
