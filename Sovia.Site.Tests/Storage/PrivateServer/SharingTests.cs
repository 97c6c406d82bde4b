
namespace Sovia.Tests.Storage.PrivateServer;

public sealed class SharingTests
{
    [Fact]
    public async Task the_last_site_on_a_data_directory_stops_the_server()
    {
        await using var folder = new DataFolderForTests();
        var first = await folder.StartSiteAsync();
        var second = await folder.StartSiteAsync();
        var server = folder.Pid!.Value;

        first.Terminate();
        Assert.Equal(0, await first.WaitForExitAsync());
        Assert.True(Machine.IsRunning(server));

        second.Terminate();
        Assert.Equal(0, await second.WaitForExitAsync());
        Assert.False(Machine.IsRunning(server));
    }

    [Fact]
    public async Task sites_that_start_at_the_same_moment_agree_on_one_server()
    {
        await using var folder = new DataFolderForTests();
        var sites = new[] { folder.BeginSite(), folder.BeginSite() };
        var here = await Task.WhenAll(folder.StartAsync(), folder.StartAsync());
        await Task.WhenAll(sites.Select(site => site.WaitUntilListeningAsync()));
        var server = folder.Pid!.Value;

        Assert.Equal(here[0].ConnectionString, here[1].ConnectionString);
        Assert.Single(folder.Log.Split('\n'), line => line.Contains("starting PostgreSQL", StringComparison.Ordinal));

        foreach (var site in sites)
            site.Terminate();
        await Task.WhenAll(sites.Select(site => site.WaitForExitAsync()));
        Assert.True(Machine.IsRunning(server));
    }

    [Fact]
    public async Task a_killed_site_does_not_count()
    {
        await using var folder = new DataFolderForTests();
        var killed = await folder.StartSiteAsync();
        var other = await folder.StartAsync();
        await killed.KillAsync();

        await other.DisposeAsync();

        Assert.False(folder.ServerRuns);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Data, "postgres-sites"), "*.site"));
    }

    [Fact]
    public async Task two_ways_to_spell_one_data_directory_lead_to_one_server()
    {
        await using var folder = new DataFolderForTests("real");
        var direct = await folder.StartAsync();
        var link = Path.Combine(folder.Root, "link");
        Directory.CreateSymbolicLink(link, folder.Data);

        var linked = await folder.StartAsync(folder.Options with { DataDirectory = link });

        Assert.Equal(direct.ConnectionString, linked.ConnectionString);
    }
}
