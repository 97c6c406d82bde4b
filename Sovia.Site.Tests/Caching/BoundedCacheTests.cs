using Sovia.Caching;

namespace Sovia.Tests.Caching;

public sealed class BoundedCacheTests
{
    [Fact]
    public void a_stored_value_is_returned()
    {
        var cache = new BoundedCache<int, string>(10_000, static value => value.Length);
        cache.Add(1, "one");
        Assert.True(cache.TryGet(1, out var value));
        Assert.Equal("one", value);
        Assert.False(cache.TryGet(2, out _));
    }

    [Fact]
    public void the_cache_stays_within_its_bound_and_keeps_used_values()
    {
        var cache = new BoundedCache<int, byte[]>(100_000, static value => value.Length);
        cache.Add(-1, new byte[900]);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Add(i, new byte[900]);
            Assert.True(cache.TryGet(-1, out _), $"lost after {i}");
        }
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => cache.TryGet(i, out _)), 20, 101);
    }

    [Fact]
    public async Task the_cache_is_consistent_under_many_threads()
    {
        var cache = new BoundedCache<int, string>(20_000, static value => value.Length);
        await Parallel.ForEachAsync(Enumerable.Range(0, 20_000), (i, _) =>
        {
            cache.Add(i % 700, $"{i % 700}");
            if (cache.TryGet((i * 7) % 700, out var value)) Assert.Equal($"{(i * 7) % 700}", value);
            return ValueTask.CompletedTask;
        });
    }
}
