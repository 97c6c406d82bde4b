using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>What Windows uses; it runs everywhere.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task on_the_loopback_a_generated_password_lets_the_site_in_and_nobody_else()
    {
        await using var folder = new DataFolderForTests();
        var options = folder.Options with { UseLoopback = true };
        var first = await folder.StartAsync(options);
        await MarkerTable.SaveMarkerAsync(first.ConnectionString);
        var second = await folder.StartAsync(options);
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        var wrong = new NpgsqlConnectionStringBuilder(first.ConnectionString) { Password = "guess" }.ConnectionString;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => MarkerTable.QueryScalarAsync(wrong, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);

        await first.DisposeAsync();
        await second.DisposeAsync();
        Assert.False(folder.ServerRuns);
        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync(options)).ConnectionString);
    }

    [Fact]
    public async Task a_lost_password_is_explained()
    {
        await using var folder = new DataFolderForTests();
        var options = folder.Options with { UseLoopback = true };
        await (await folder.StartAsync(options)).DisposeAsync();
        File.Delete(Path.Combine(folder.Data, "postgres.password"));

        Assert.Contains("rejected the connection", await folder.GetStartErrorAsync(options), StringComparison.Ordinal);
        Assert.False(folder.ServerRuns);
    }

    [Fact]
    public async Task a_server_killed_on_the_loopback_comes_back_on_the_same_port()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync(folder.Options with { UseLoopback = true });
        await MarkerTable.SaveMarkerAsync(postgres.ConnectionString);
        var server = folder.Pid!.Value;
        Machine.Signal("KILL", server);

        await WaitFor.TrueAsync(() => folder.Pid is { } pid && pid != server
            && File.ReadAllText(Path.Combine(folder.Cluster, "postmaster.pid")).Contains("ready", StringComparison.Ordinal),
            "the server comes back");

        await MarkerTable.VerifyMarkerAsync(postgres.ConnectionString);
    }
}
