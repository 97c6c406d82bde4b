using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class FirstStartTests
{
    [Fact]
    public async Task a_first_start_makes_a_database_that_understands_every_letter_and_loses_nothing()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();

        Assert.True(folder.ServerRuns);
        Assert.Contains(folder.Messages, line => line.StartsWith($"Creating database in {folder.Cluster}", StringComparison.Ordinal));
        foreach (var (question, answer) in new[]
        {
            ("select current_user || '@' || current_database()", "sovia@sovia"), ("show server_encoding", "UTF8"),
            ("select lower('ÄÖÉ')", "äöé"), ("show fsync", "on"), ("show synchronous_commit", "on"), ("show data_checksums", "on"),
            ("show listen_addresses", ""), ("show jit", "off"), ("show max_connections", "60"), ("show shared_buffers", "256MB"),
        })
            Assert.Equal(answer, await MarkerTable.QueryScalarAsync(postgres.ConnectionString, question));
    }

    [Fact]
    public async Task the_socket_is_in_a_folder_that_nobody_else_may_enter()
    {
        await using var folder = new DataFolderForTests();
        var socket = new NpgsqlConnectionStringBuilder((await folder.StartAsync()).ConnectionString).Host!;

        Assert.StartsWith("drwx------", Machine.Run("ls", "-ld", socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_later_start_finds_everything_again()
    {
        await using var folder = new DataFolderForTests();
        await using (var first = await folder.StartAsync())
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);

        Assert.False(folder.ServerRuns);
        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);
    }

    [Fact]
    public async Task stopping_twice_is_stopping_once_and_leaves_no_socket()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();
        var socket = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;

        await Task.WhenAll(postgres.DisposeAsync().AsTask(), postgres.DisposeAsync().AsTask());
        await postgres.DisposeAsync();

        Assert.False(folder.ServerRuns);
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task a_start_that_is_called_off_leaves_no_server_and_no_half_cluster()
    {
        await using var folder = new DataFolderForTests();
        using var off = new CancellationTokenSource();
        var options = folder.Options with { Log = _ => off.CancelAfter(TimeSpan.FromMilliseconds(150)) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PrivatePostgres.StartAsync(options, off.Token));

        Assert.False(folder.ServerRuns);
        Assert.Empty(Directory.EnumerateDirectories(folder.Data, "postgres.new-*"));
        await folder.StartAsync();
    }
}
