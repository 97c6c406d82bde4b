using Sovia.Caching;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Caching;

public sealed class LocalCacheTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly LocalCache cache;

    public LocalCacheTests() => cache = new(clock);

    [Fact]
    public async Task large_computed_values_stay_cached_however_many_pages_are_cached()
    {
        for (var page = 0; page < 2_000; page++) cache.SetPage($"page {page}", page, 80_000);
        Assert.Equal((1, 1), (await CountComputationsAsync("ids", 14_000_000), await CountComputationsAsync("ids", 14_000_000)));
    }

    [Fact]
    public async Task a_value_with_a_lifetime_expires_even_if_it_is_used_often()
    {
        var computationCount = 0;
        async Task<int> GetAsync() =>
            await cache.GetOrCreateAsync("similar", _ => Task.FromResult(++computationCount), static _ =>
                8, default, TimeSpan.FromMinutes(5));
        for (var minute = 0; minute < 5; minute++)
        {
            Assert.Equal(1, await GetAsync());
            clock.Now += TimeSpan.FromSeconds(59);
        }
        clock.Now += TimeSpan.FromSeconds(6);
        Assert.Equal(2, await GetAsync());
    }

    [Fact]
    public async Task a_full_cache_makes_room_for_what_is_large()
    {
        for (var list = 0; list < 20; list++) await CountComputationsAsync($"list {list}", 14_000_000);
        // The cache compacts in the background, so the value may have to be computed several times before it is stored.
        var times = 0;
        await Eventually.TrueAsync(async () => !await CountingAsync("wanted", 14_000_000, () => times++), "it is kept");
        Assert.InRange(times, 1, 20);
    }

    [Fact]
    public async Task however_much_is_made_no_more_bytes_are_kept_than_there_is_room_for()
    {
        for (var one = 0; one < 1_000; one++)
        {
            await CountComputationsAsync($"computed {one}", 1_000_000);
            cache.SetPage($"page {one}", one, 1_000_000);
        }
        var cachedCount = 0;
        for (var one = 0; one < 1_000; one++) if (await CountComputationsAsync($"computed {one}", 0) == 1) cachedCount++;
        Assert.InRange(cachedCount, 1, 64);
        Assert.InRange(Enumerable.Range(0, 1_000).Count(one => cache.TryGetPage($"page {one}", out int _)), 1, 24);
    }

    [Fact]
    public async Task concurrent_callers_share_one_computation()
    {
        var makers = new int[2_000];
        await Parallel.ForEachAsync(Enumerable.Range(0, makers.Length * 16), new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (ask, ct) =>
        {
            var key = ask / 16;
            Assert.Equal(key, await cache.GetOrCreateAsync(key, async _ =>
            {
                Interlocked.Increment(ref makers[key]);
                if (key % 3 == 0) await Task.Yield();
                return key;
            }, _ => 4, ct));
        });
        Assert.All(makers, computationCounts => Assert.Equal(1, computationCounts));
    }

    [Fact]
    public async Task failed_and_cancelled_values_are_computed_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await cache.GetOrCreateAsync<int>("failed", _ => throw new InvalidOperationException("once"), _ => 4, default));
        Assert.Equal(1, await CountComputationsAsync("failed", 4));
        using var leaving = new CancellationTokenSource();
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var alone = cache.GetOrCreateAsync("cancelled", ComputePartlyAsync, _ => 4, leaving.Token).AsTask();
        await begun.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone);
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await CountComputationsAsync("cancelled", 4));

        // Ends early without an exception when it is cancelled.
        async Task<int> ComputePartlyAsync(CancellationToken ct)
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, default, TaskContinuationOptions.None, TaskScheduler.Default);
            ended.SetResult();
            return -1;
        }
    }

    [Fact]
    public async Task unused_values_expire_by_the_clock_of_the_site()
    {
        Assert.Equal((1, 1), (await CountComputationsAsync("old", 4), await CountComputationsAsync("old", 4)));
        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(2, await CountComputationsAsync("old", 4));
    }

    public void Dispose() => cache.Dispose();

    private readonly Dictionary<string, int> computationCounts = [];

    private async Task<int> CountComputationsAsync(string key, long size) =>
        await cache.GetOrCreateAsync(key, _ => Task.FromResult(computationCounts[key] = computationCounts.GetValueOrDefault(key) + 1), _ =>
            size, default);

    // Whether it had to be made.
    private async Task<bool> CountingAsync(string key, long size, Action making)
    {
        var isMade = false;
        await cache.GetOrCreateAsync(key, _ => { isMade = true; making(); return Task.FromResult(true); }, _ => size, default);
        return isMade;
    }
}
