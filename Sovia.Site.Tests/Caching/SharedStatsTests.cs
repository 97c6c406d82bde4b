using System.Globalization;
using Alba;
using Sovia.Tests.Support;

namespace Sovia.Tests.Caching;

/// <summary>Figures are shared through Redis for five minutes, and are the same without it.</summary>
public sealed class SharedStatsTests(SoviaHost host) : HostTest(host)
{
    [FactWithProgram("redis-server")]
    public async Task figures_are_shared_for_five_minutes_and_are_the_same_when_redis_dies()
    {
        await StoreAsync([.. Enumerable.Range(0, 5).Select(i => Make.Still(i, "a heron"))]);
        using var redis = RedisServer.Start();
        await using var site = await SiteAsync(redis.Port);
        // Redis is reached some time after the first question, and what is in memory is not asked of it: each day is a question of its own.
        var (requestCount, keys) = (0, (IReadOnlyList<string>)[]);
        await Eventually.TrueAsync(async () =>
        {
            await GetAsync(site, $"/api/stats?by=model&search=date:>=2001-01-{1 + (requestCount++ % 28):00}");
            return (keys = await redis.ExecuteAsync("KEYS sovia:stats*")) is [_, _, _, ..];
        }, "redis has figures");
        Assert.InRange(int.Parse((await redis.ExecuteAsync($"TTL \"{keys[2]}\""))[0][1..], CultureInfo.InvariantCulture), 1, 300);
        string[] addresses = ["/api/stats", "/api/stats?by=model", "/api/stats?by=model,month&unit=post"];
        var before = new List<string>();
        foreach (var address in addresses) before.Add(await GetAsync(site, address));
        // A site that has nothing in its memory reads what the first one has written.
        await using var other = await SiteAsync(redis.Port);
        foreach (var (address, answer) in addresses.Zip(before)) Assert.Equal(answer, await GetAsync(other, address));
        await redis.KillAsync();
        await using var alone = await SiteAsync(redis.Port);
        foreach (var (address, answer) in addresses.Zip(before)) Assert.Equal(answer, await GetAsync(alone, address));
        await LikeAsync((await WalkAsync(Sovia.Query.Lists.ResolvedQuery.All))[0]);
        await Eventually.TrueAsync(async () => (await GetAsync(site, "/api/stats")).Contains("\"likedItems\":1", StringComparison.Ordinal),
            "the other site's change is heard of");
    }

    private static async Task<string> GetAsync(IAlbaHost site, string address)
    {
        using var client = site.Server.CreateClient();
        return await client.GetStringAsync(address);
    }

    private Task<IAlbaHost> SiteAsync(int port) =>
        SecondSite.StartAsync(Host.ConnectionString, Host.DataDirectory, builder =>
            builder.UseSetting("ConnectionStrings:Redis", $"127.0.0.1:{port}"));
}
