using Sovia.Caching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Caching;

public sealed class LocalCacheTests : IDisposable
{
    private readonly LocalCache cache = new();

    [Fact]
    public async Task what_is_worked_out_from_a_large_library_is_kept_however_many_pages_are()
    {
        for (var page = 0; page < 2_000; page++) cache.Set($"page {page}", page, 80_000);
        Assert.Equal((1, 1), (await MadeAsync("ids", 14_000_000), await MadeAsync("ids", 14_000_000)));
    }

    [Fact]
    public async Task a_full_cache_makes_room_for_what_is_large()
    {
        for (var list = 0; list < 20; list++) await MadeAsync($"list {list}", 14_000_000);
        // Room is made beside the first who finds none.
        var times = 0;
        await Eventually.TrueAsync(async () => await CountingAsync("wanted", 14_000_000, () => times++) && times > 0 && !await CountingAsync("wanted", 14_000_000, () => times++), "it is kept");
        Assert.InRange(times, 1, 20);
    }

    public void Dispose() => cache.Dispose();

    private readonly Dictionary<string, int> made = [];

    private async Task<int> MadeAsync(string key, long size) =>
        await cache.GetAsync(key, _ => Task.FromResult(made[key] = made.GetValueOrDefault(key) + 1), _ => size, default);

    // Whether it had to be made.
    private async Task<bool> CountingAsync(string key, long size, Action making)
    {
        var isMade = false;
        await cache.GetAsync(key, _ => { isMade = true; making(); return Task.FromResult(true); }, _ => size, default);
        return isMade;
    }
}
