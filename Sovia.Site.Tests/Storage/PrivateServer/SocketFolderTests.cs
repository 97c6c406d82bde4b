using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class SocketFolderTests
{
    [Theory]
    [InlineData("a link")]
    [InlineData("an open folder")]
    [InlineData("a file")]
    public async Task a_socket_folder_that_somebody_else_may_have_put_there_is_refused(string squatter)
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();
        var socket = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;
        await postgres.DisposeAsync();
        Action put = squatter switch
        {
            "a link" => () => File.CreateSymbolicLink(socket, Directory.CreateDirectory(Path.Combine(folder.Root, "lair")).FullName),
            "an open folder" => () => Machine.Run("mkdir", "-m", "777", socket),
            _ => () => File.WriteAllText(socket, ""),
        };
        put();
        try
        {
            Assert.Contains($"Remove that folder and start again.", await folder.GetStartErrorAsync(), StringComparison.Ordinal);
            Assert.False(folder.ServerRuns);
        }
        finally
        {
            Machine.Run("rm", "-rf", socket);
        }
    }

    [Fact]
    public async Task a_socket_swept_out_of_tmp_comes_back()
    {
        await using var folder = new DataFolderForTests();
        var postgres = await folder.StartAsync();
        await MarkerTable.SaveMarkerAsync(postgres.ConnectionString);
        var socket = Path.Combine(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!, ".s.PGSQL.5432");
        File.Delete(socket);

        await WaitFor.TrueAsync(() => File.Exists(socket), "the socket comes back");

        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);
    }
}
