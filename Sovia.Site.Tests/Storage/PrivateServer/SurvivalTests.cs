using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class SurvivalTests
{
    [Fact]
    public async Task a_killed_site_leaves_a_server_that_the_next_one_joins()
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        var server = folder.Pid!.Value;
        await site.KillAsync();
        Assert.True(Machine.IsRunning(server));

        await using (await folder.StartAsync())
            Assert.Equal(server, folder.Pid);

        Assert.False(Machine.IsRunning(server));
    }

    [Fact]
    public async Task a_killed_server_recovers_what_was_committed()
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        await using (var joined = await folder.StartAsync())
            await MarkerTable.SaveMarkerAsync(joined.ConnectionString);
        await site.KillAsync();
        Machine.Signal("KILL", folder.Pid!.Value);

        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);

        Assert.Contains("was not properly shut down", folder.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_server_killed_under_a_running_site_comes_back_at_the_same_address()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();
        await MarkerTable.SaveMarkerAsync(postgres.ConnectionString);
        var server = folder.Pid!.Value;
        Machine.Signal("KILL", server);

        await WaitFor.TrueAsync(() =>
            folder.Pid is { } pid && pid != server && Answers(postgres.ConnectionString), "the server comes back");

        await MarkerTable.VerifyMarkerAsync(postgres.ConnectionString);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_stale_pid_file_does_not_block_the_start_even_if_its_pid_is_reused(bool ofTheServersAccount)
    {
        await using var folder = new DataFolderForTests();
        await using (var first = await folder.StartAsync())
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);
        var file = Path.Combine(folder.Cluster, "postmaster.pid");
        string[] asServer = Machine.IsRoot && ofTheServersAccount
            ? ["setpriv", $"--reuid={Machine.Run("stat", "-c", "%u", folder.Cluster)}", "--clear-groups", "--"] : [];
        string[] line = [.. asServer, "sleep", "600"];
        using var stranger = Process.Start(line[0], line.Skip(1));
        try
        {
            var pid = stranger.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(file, [pid, folder.Cluster, "1700000000", "5432", "/tmp", "", "        1         1", "ready   "]);

            await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);

            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task a_pid_file_of_an_ended_process_does_not_block_the_start()
    {
        await using var folder = new DataFolderForTests();
        await (await folder.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "postmaster.pid"), "4194300\nhalf a file");

        await folder.StartAsync();

        Assert.True(folder.ServerRuns);
    }

    [Fact]
    public async Task a_site_killed_while_it_makes_the_database_leaves_nothing_that_hinders_the_next()
    {
        await using var folder = new DataFolderForTests();
        var site = folder.BeginSite();
        await site.WaitForOutputAsync("Creating database");
        await site.KillAsync();

        await folder.StartAsync();

        Assert.True(folder.ServerRuns);
    }

    private static bool Answers(string connectionString)
    {
        try
        {
            using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
