using System.Diagnostics;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Two sites on one folder whose processes do not see each other, as in two containers on one volume.</summary>
public sealed class ServerInOtherContainerTests
{
    [ConditionalFact(Program = "flock")]
    public async Task a_server_that_lives_where_it_cannot_be_seen_is_not_taken_for_gone()
    {
        await using var folder = new DataFolderForTests();
        await (await folder.StartAsync()).DisposeAsync();
        // A pid of another container names no process here; the lock of its server shows all the same.
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "postmaster.pid"), "4194300\n");
        using var server = Process.Start("flock", [Path.Combine(folder.Cluster, "server.lock"), "sleep", "600"]);
        try
        {
            await WaitFor.TrueAsync(() => Machine.IsLocked(Path.Combine(folder.Cluster, "server.lock")), "the lock is held");
            Assert.Contains("Another Sovia", await folder.GetStartErrorAsync(), StringComparison.Ordinal);
            Assert.NotNull(folder.Pid);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }

        await folder.StartAsync();

        Assert.True(folder.ServerRuns);
    }

    [Fact]
    public async Task a_site_that_sees_other_processes_bars_the_way_while_it_lives()
    {
        await using var folder = new DataFolderForTests();
        await (await folder.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "postmaster.pid"), "4194300\n");
        var sites = Path.Combine(folder.Data, "postgres-sites");
        await using (new FileStream(Path.Combine(sites, $"{Guid.NewGuid():N}.1.site"), FileMode.Create, FileAccess.ReadWrite,
            FileShare.None))
            Assert.Contains("Another Sovia", await folder.GetStartErrorAsync(), StringComparison.Ordinal);

        await folder.StartAsync();

        Assert.True(folder.ServerRuns);
        Assert.Empty(Directory.EnumerateFiles(sites, "*.1.site"));
    }

    [ConditionalFact(Program = "unshare", RequiresRoot = true)]
    public async Task a_site_in_a_process_namespace_of_its_own_is_refused_and_the_server_lives_on()
    {
        await using var folder = new DataFolderForTests();
        var first = await folder.StartAsync();
        await MarkerTable.SaveMarkerAsync(first.ConnectionString);
        var server = folder.Pid!.Value;

        var other = folder.BeginSite("unshare", "--pid", "--fork", "--mount-proc");

        Assert.Equal(1, await other.WaitForExitAsync());
        Assert.Contains("Another Sovia", other.Output, StringComparison.Ordinal);
        Assert.Equal(server, folder.Pid);
        await MarkerTable.VerifyMarkerAsync(first.ConnectionString);
    }
}
