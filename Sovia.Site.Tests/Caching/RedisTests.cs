using Alba;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Caching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Caching;

/// <summary>Values are shared through Redis if it is available, and everything works without it.</summary>
public sealed class RedisTests(SoviaHost host) : HostTest(host)
{
    [FactWithProgram("redis-server")]
    public async Task counts_are_shared_through_redis_and_pages_go_on_when_it_dies()
    {
        await StoreAsync(Make.Still(1, "a heron"), Make.Still(2, "a stork"));
        using var redis = RedisServer.Start();
        var port = redis.Port;
        await using var site = await SiteAsync(port);
        await Eventually.TrueAsync(async () => await CountAsync(site, "/facets?search=heron") == "1" && await redis.KeysAsync() > 0,
            "redis has a count");
        await redis.KillAsync();
        Assert.Equal("1", await CountAsync(site, "/facets?search=stork"));
        await StoreAsync(Make.Still(3, "another heron"));
        await Eventually.TrueAsync(async () => await CountAsync(site, "/?search=heron") == "2", "the other site's change is heard of");
    }

    [FactWithProgram("redis-server")]
    public async Task similar_posts_are_shared_through_redis_for_five_minutes()
    {
        var still = Make.Still(1, "a heron in fog");
        await StoreAsync(still, Make.Still(2, "fog over a lake"));
        using var redis = RedisServer.Start();
        await using var site = await SiteAsync(redis.Port);
        using var client = site.Server.CreateClient();
        // Redis is reached some time after the first question; each place on the list is an answer of its own.
        var (requestCount, keys) = (0, (IReadOnlyList<string>)[]);
        await Eventually.TrueAsync(async () =>
        {
            await client.GetStringAsync($"/posts/{still.Id}/similar?skip={requestCount++ / 5}");
            return (keys = await redis.ExecuteAsync("KEYS sovia:similar:*")) is [_, _, _, ..];
        }, "redis has similar posts");
        Assert.InRange(int.Parse((await redis.ExecuteAsync($"TTL {keys[2]}"))[0][1..], System.Globalization.CultureInfo.InvariantCulture),
            1,
            300);
    }

    [Fact]
    public async Task a_redis_that_was_never_there_is_not_waited_for()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        await using var site = await SiteAsync(RedisServer.FreePort());
        // The facets wait for their count, and a page for a while only, which a site on a busy machine needs for its first.
        Assert.Equal("1", await CountAsync(site, "/facets?search=heron"));
        Assert.Equal("1", await CountAsync(site, "/?search=heron"));
    }

    [FactWithProgram("redis-server")]
    public async Task values_over_a_megabyte_are_shared_too()
    {
        using var redis = RedisServer.Start();
        var port = redis.Port;
        await using var site = Caches(port);
        var large = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => (char)('a' + (i % 26)))) + new string('é', 2_000_000);
        await Eventually.TrueAsync(async () => await GetOrCreateAsync(site, $"{Guid.NewGuid()}", () => "small") == "small"
            && await redis.KeysAsync() > 0, "redis has something");
        Assert.Equal(large, await GetOrCreateAsync(site, "large", () => large));
        await Eventually.TrueAsync(() => HasAsync(port, "large", large), "another site finds it");
    }

    [FactWithProgram("redis-server")]
    public async Task counts_of_one_library_are_not_used_for_another()
    {
        using var redis = RedisServer.Start();
        var port = redis.Port;
        await using var site = Caches(port);
        await Eventually.TrueAsync(async () => await GetOrCreateAsync(site, $"{Guid.NewGuid()}", () => "small") == "small"
            && await redis.KeysAsync() > 0, "redis has something");
        Assert.Equal("mine", await GetOrCreateAsync(site, "count", () => "mine"));
        await Eventually.TrueAsync(() => HasAsync(port, "count", "mine"), "another site finds it");
        await using var other = Caches(port);
        Assert.Equal("theirs", await GetOrCreateAsync(other, "count", () => "theirs", "another tenant"));
        await Eventually.TrueAsync(() => HasAsync(port, "count", "theirs", "another tenant"), "another site finds theirs too");
        Assert.Equal("theirs", await GetOrCreateAsync(site, "count", () => "made anew", "another tenant"));
        Assert.Equal("mine", await GetOrCreateAsync(other, "count", () => "made anew"));
    }

    private static ServiceProvider Caches(int port) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddCaching(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Redis", $"127.0.0.1:{port}")]).Build())
        .BuildServiceProvider();

    private static async Task<string> GetOrCreateAsync(ServiceProvider site, string key, Func<string> make, string tenant = "tenant") =>
        await site.GetRequiredService<SharedCache>()
        .GetOrCreateAsync("text", tenant, "1", key, _ => new ValueTask<string>(make()), text => 2L * text.Length, default);

    // Asked by a site that has nothing in its memory yet.
    private static async Task<bool> HasAsync(int port, string key, string value, string tenant = "tenant")
    {
        await using var other = Caches(port);
        try
        {
            return await GetOrCreateAsync(other, key, () => throw new KeyNotFoundException(), tenant) == value;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private Task<IAlbaHost> SiteAsync(int port) =>
        SecondSite.StartAsync(Host.ConnectionString, Host.DataDirectory, builder =>
            builder.UseSetting("ConnectionStrings:Redis", $"127.0.0.1:{port}"));

    private static async Task<string?> CountAsync(IAlbaHost site, string address)
    {
        using var client = site.Server.CreateClient();
        var html = await client.GetStringAsync(address);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("[data-count]")?.GetAttribute("data-count");
    }
}
