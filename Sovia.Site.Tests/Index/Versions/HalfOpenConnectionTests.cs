using Microsoft.Extensions.DependencyInjection;
using Sovia.Index.Versions;
using Sovia.Tests.Support;

namespace Sovia.Tests.Index.Versions;

/// <summary>A connection that is cut without a word: nothing comes on it any more, and nothing fails either.</summary>
public sealed class HalfOpenConnectionTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_change_is_seen_even_if_the_listening_connection_is_half_open()
    {
        await StoreAsync(Make.Still(1, "a heron"));
        await using var network = new TcpRelay(Host.ConnectionString);
        await using var site = await SecondSite.StartAsync(network.ConnectionString, Host.DataDirectory);
        var versions = site.Services.GetRequiredService<LibraryStateCache>();
        using var client = site.Server.CreateClient();
        await Eventually.TrueAsync(() => Task.FromResult(versions.IsValid), "changes are heard of");
        Assert.DoesNotContain("a stork", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(1, network.CutConnections($"listen {LibraryStateCache.Channel}"));

        await StoreAsync(Make.Still(2, "a stork"));
        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/")).Contains("a stork", StringComparison.Ordinal),
            "the page shows what was added");

        await Eventually.TrueAsync(() => Task.FromResult(versions.IsValid), "changes are heard of on another connection");
        Assert.Contains("a stork", await client.GetStringAsync("/"), StringComparison.Ordinal);
        await StoreAsync(Make.Still(3, "a crane"));
        await Eventually.TrueAsync(async () => (await client.GetStringAsync("/")).Contains("a crane", StringComparison.Ordinal),
            "the next change is heard of");
    }
}
