
namespace Sovia.Tests.Storage.PrivateServer;

public sealed class SignalTests
{
    [Theory]
    [InlineData("Ctrl-C")]
    [InlineData("SIGTERM")]
    public async Task ctrl_c_and_sigterm_stop_the_site_and_then_its_server_cleanly(string how)
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        var server = folder.Pid!.Value;
        Send(site, how);

        Assert.Equal(0, await site.WaitForExitAsync());
        Assert.False(Machine.IsRunning(server));
        Assert.Null(folder.Pid);
        Assert.Contains("database system is shut down", folder.Log, StringComparison.Ordinal);
        await folder.StartAsync();
        Assert.DoesNotContain("not properly shut down", folder.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_terminals_ctrl_c_reaches_the_site_and_not_the_server()
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        var other = await folder.StartAsync();
        var server = folder.Pid!.Value;
        Assert.NotEqual(Machine.SessionOf(site.Pid), Machine.SessionOf(server));

        site.PressCtrlC();
        await site.WaitForExitAsync();

        Assert.Equal(server, folder.Pid);
        Assert.Equal("1", await MarkerTable.QueryScalarAsync(other.ConnectionString, "select 1"));
    }

    [Theory]
    [InlineData("Ctrl-C")]
    [InlineData("SIGTERM")]
    public async Task a_signal_in_the_midst_of_the_first_start_leaves_no_server_behind(string how)
    {
        await using var folder = new DataFolderForTests();
        var site = folder.BeginSite();
        await site.WaitForOutputAsync("Creating database");
        Send(site, how);

        Assert.NotEqual(0, await site.WaitForExitAsync());
        Assert.DoesNotContain("   at ", site.Output, StringComparison.Ordinal);
        Assert.False(folder.ServerRuns);
        Assert.Empty(Directory.EnumerateDirectories(folder.Data, "postgres.new-*"));
    }

    private static void Send(SiteProcess site, string signal)
    {
        if (signal == "Ctrl-C")
            site.PressCtrlC();
        else
            site.Terminate();
    }
}
