using System.Diagnostics;
using Npgsql;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class KilledImportTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task an_import_killed_half_way_and_run_again_ends_in_the_library_of_one_clean_import()
    {
        using var folder = new TempFolder();
        var export = folder.PathOf("export.json");
        await File.WriteAllTextAsync(export, SyntheticExport.Json(families: 2_000, seed: 7));
        var (broken, clean) = (await Host.CreateDatabaseAsync(), await Host.CreateDatabaseAsync());

        using (var killed = Start(export, broken, folder))
        {
            await WaitFor.TrueAsync(() => killed.HasExited || Posts(broken) > 0, "the import writes its first posts");
            killed.Kill();
            await killed.WaitForExitAsync();
        }
        Assert.InRange(Posts(broken), 1, SyntheticExport.Posts(2_000, 7) - 1);

        Assert.Equal(0, await FinishAsync(Start(export, broken, folder)));
        Assert.Equal(0, await FinishAsync(Start(export, clean, folder)));
        Assert.Equal(SyntheticExport.Posts(2_000, 7), Posts(clean));
        Assert.Equal(await LibraryDump.ReadAsync(clean), await LibraryDump.ReadAsync(broken));
    }

    [Fact]
    public async Task two_imports_of_one_file_at_once_end_in_the_library_of_one()
    {
        using var folder = new TempFolder();
        var export = folder.PathOf("export.json");
        await File.WriteAllTextAsync(export, SyntheticExport.Json(families: 200, seed: 8));
        var (twice, clean) = (await Host.CreateDatabaseAsync(), await Host.CreateDatabaseAsync());
        Assert.Equal(0, await FinishAsync(Start(export, clean, folder)));
        var codes = await Task.WhenAll(FinishAsync(Start(export, twice, folder)), FinishAsync(Start(export, twice, folder)));
        Assert.All(codes, code => Assert.Equal(0, code));
        Assert.Equal(await LibraryDump.ReadAsync(clean), await LibraryDump.ReadAsync(twice));
    }

    [Theory]
    [InlineData("""[{"id":"aaaaaaaa-0000-4000-8000-000000000001"}]""", 0)]
    [InlineData("""[{"id":"aaaaaaaa-0000-4000-8000-000000000001"},7]""", 1)]
    [InlineData("not json", 2)]
    public async Task the_exit_code_says_how_much_went_in(string text, int code)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.PathOf("export"), text);
        Assert.Equal(code, await FinishAsync(Start(folder.PathOf("export"), await Host.CreateDatabaseAsync(), folder)));
    }

    [Fact]
    public async Task a_path_that_is_not_there_is_named()
    {
        using var folder = new TempFolder();
        using var process = Start(folder.PathOf("nowhere"), await Host.CreateDatabaseAsync(), folder);
        var errors = await process.StandardError.ReadToEndAsync();
        Assert.Equal(2, await FinishAsync(process));
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
    }

    private static Process Start(string export, string database, TempFolder folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { SiteProcess.Program, "import", export, $"--ConnectionStrings:Postgres={database}",
            $"--Sovia:DataDirectory={folder.Path}" })
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<int> FinishAsync(Process process)
    {
        using (process)
        {
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            await output;
            return process.ExitCode;
        }
    }

    private static long Posts(string database)
    {
        using var source = NpgsqlDataSource.Create(database);
        try
        {
            using var command = source.CreateCommand("select count(*) from sovia.mt_doc_post");
            return (long)command.ExecuteScalar()!;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0;
        }
    }
}
