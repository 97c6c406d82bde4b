using Sovia.Storage.PrivateServer;

namespace Sovia.Tests.Storage.PrivateServer;

public sealed class ProgramSearchTests
{
    private static readonly PrivatePostgresOptions Nowhere = new()
    {
        DataDirectory = "/",
        SearchPath = [],
        InstallLocations = [],
        NodeModulesSearchRoots = [],
    };

    [Fact]
    public async Task with_neither_programs_nor_npm_the_three_cures_are_named()
    {
        await using var folder = new DataFolderForTests();

        var message = await folder.GetStartErrorAsync(Nowhere with { DataDirectory = folder.Data });

        Assert.Contains("1. Install PostgreSQL:  ", message, StringComparison.Ordinal);
        Assert.Contains("2. Install Node.js with npm", message, StringComparison.Ordinal);
        Assert.Contains("--ConnectionStrings:Postgres=", message, StringComparison.Ordinal);
        if (File.Exists("/etc/debian_version"))
            Assert.Contains("sudo apt install postgresql", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Cluster));
    }

    [Fact]
    public async Task the_configured_folder_is_enough()
    {
        await using var folder = new DataFolderForTests();

        await folder.StartAsync(Nowhere with { DataDirectory = folder.Data, PreferredBinFolder = Installed() });

        Assert.True(folder.ServerRuns);
    }

    [Fact]
    public async Task a_configured_folder_without_programs_is_said_and_passed_over()
    {
        await using var folder = new DataFolderForTests();

        await folder.StartAsync(folder.Options with { PreferredBinFolder = folder.Root });

        Assert.Contains(folder.Messages, line => line.StartsWith($"Sovia:PostgresBin is {folder.Root}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task programs_in_an_installers_folder_are_found_without_path()
    {
        await using var folder = new DataFolderForTests();
        var version = Directory.CreateDirectory(Path.Combine(folder.Root, "pg", "17")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(version, "bin"), Installed());

        await folder.StartAsync(Nowhere with
        {
            DataDirectory = folder.Data,
            InstallLocations = [new(Path.Combine(folder.Root, "pg"), "*", "bin")],
        });

        Assert.True(folder.ServerRuns);
    }

    [Fact]
    public async Task the_newest_of_several_installed_versions_comes_first()
    {
        await using var folder = new DataFolderForTests();
        foreach (var name in new[] { "postgresql@9.6", "postgresql@18", "postgresql@14", "postgresql" })
            Directory.CreateDirectory(Path.Combine(folder.Root, name));

        Assert.Equal(
            ["postgresql@18", "postgresql@14", "postgresql@9.6", "postgresql"],
            new InstallLocation(folder.Root, "postgresql*", "").FindFolders()
            .Select(found => Path.GetFileName(Path.TrimEndingDirectorySeparator(found))));
    }

    [Fact]
    public async Task a_cluster_of_another_major_version_is_refused_untouched_with_what_to_do()
    {
        await using var folder = new DataFolderForTests();
        await using (var first = await folder.StartAsync())
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);
        var file = Path.Combine(folder.Cluster, "PG_VERSION");
        var version = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "11\n");

        var message = await folder.GetStartErrorAsync();

        Assert.Contains("was made by PostgreSQL 11", message, StringComparison.Ordinal);
        Assert.Contains("Install PostgreSQL 11", message, StringComparison.Ordinal);
        Assert.Contains("The data is safe", message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, version);
        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);
    }

    [Fact]
    public async Task a_folder_of_other_files_is_not_taken_for_a_database()
    {
        await using var folder = new DataFolderForTests();
        Directory.CreateDirectory(folder.Cluster);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "letter.txt"), "mine");

        Assert.Contains("holds files but no database", await folder.GetStartErrorAsync(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Cluster, "letter.txt")));
    }

    private static string Installed() => InstallLocation.Defaults.SelectMany(place => place.FindFolders())
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .First(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
}
