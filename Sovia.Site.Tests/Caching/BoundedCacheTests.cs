using Sovia.Caching;

namespace Sovia.Tests.Caching;

public sealed class BoundedCacheTests
{
    [Fact]
    public void it_gives_back_what_was_set()
    {
        var cache = new BoundedCache<int, string>(10_000, static value => value.Length);
        cache.Add(1, "one");
        Assert.True(cache.TryGet(1, out var value));
        Assert.Equal("one", value);
        Assert.False(cache.TryGet(2, out _));
    }

    [Fact]
    public void it_holds_no_more_than_its_bound_and_keeps_what_is_used()
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
    public async Task it_stays_whole_under_many_threads()
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
