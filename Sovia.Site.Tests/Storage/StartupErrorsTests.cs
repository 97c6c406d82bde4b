using System.Net;
using System.Net.Sockets;
using Npgsql;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage;

/// <summary>What the terminal shows when the site or a command cannot start: a sentence with the cure, and no stack trace.</summary>
public sealed class StartupErrorsTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var output = await FailAsync("--urls", $"http://{taken.LocalEndpoint}", $"--ConnectionStrings:Postgres={Host.ConnectionString}");
        Assert.Contains($"{taken.LocalEndpoint}: address already in use", output, StringComparison.Ordinal);
        Assert.Contains("--urls", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ConnectionStrings:Postgres=nonsense=1", "cannot be read")]
    [InlineData("--ConnectionStrings:Postgres=Host=127.0.0.1;Port=9;Username=a;Timeout=3", "Can't connect to PostgreSQL")]
    [InlineData("--Sovia:DataDirectory=/dev/null/below", "The data directory /dev/null/below isn't writable")]
    public async Task a_setting_that_will_not_do_is_named(string setting, string words) =>
        Assert.Contains(words, await FailAsync("import", "/dev/null", setting), StringComparison.Ordinal);

    [Fact]
    public async Task a_database_that_does_not_exist_is_named()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(Host.ConnectionString) { Database = "nowhere" };
        var output = await FailAsync("rebuild", $"--ConnectionStrings:Postgres={nowhere}");
        Assert.Contains("\"nowhere\" does not exist", output, StringComparison.Ordinal);
        Assert.Contains("Create it", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.InvalidPassword, "Password=")]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, "owner of the database")]
    [InlineData(PostgresErrorCodes.TooManyConnections, "max_connections")]
    public void a_refusal_has_its_own_cure(string state, string cure) =>
        Assert.Contains(cure,
            StartupErrors.Explain(new InvalidOperationException("while opening", new PostgresException("no", "FATAL", "FATAL", state))),
            StringComparison.Ordinal);

    [Fact]
    public void a_server_that_is_too_old_is_refused()
    {
        Assert.Contains("needs 15 or newer", Assert.Throws<StartupException>(() => DatabaseCheck.ThrowIfTooOld(new(14, 9))).Message,
            StringComparison.Ordinal);
        DatabaseCheck.ThrowIfTooOld(new(15, 0));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "import --help")]
    [InlineData(0, "seed --families 2 --export EXPORT")]
    [InlineData(1, "imprt x")]
    [InlineData(1, "seed --families 0")]
    public async Task help_a_typing_error_and_an_export_start_no_database_and_make_no_folder(int code, string line)
    {
        using var folder = new TempFolder();
        var data = folder.PathOf("data");
        var (ended, output) =
            await SiteProgram.RunAsync([.. line.Replace("EXPORT", folder.PathOf("export.json"), StringComparison.Ordinal).Split(' '),
                $"--Sovia:DataDirectory={data}"]);
        Assert.True(code == ended, output);
        Assert.False(Directory.Exists(data), output);
        Assert.Equal(line.Contains("EXPORT", StringComparison.Ordinal), File.Exists(folder.PathOf("export.json")));
    }

    private static async Task<string> FailAsync(params string[] arguments)
    {
        using var folder = new TempFolder();
        if (!arguments.Any(argument => argument.Contains("DataDirectory", StringComparison.Ordinal)))
            arguments = [.. arguments, $"--Sovia:DataDirectory={folder.Path}"];
        var (code, output) = await SiteProgram.RunAsync(arguments);
        Assert.True(code == 1, output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return output;
    }
}
