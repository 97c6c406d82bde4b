using System.Text;
using Sovia.Commands;
using Sovia.Import;
using Sovia.Seeding;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Seeding;

public sealed class SeedingTests(SoviaHost host) : ImportTest(host)
{
    private static readonly SyntheticLibrary Small = new(families: 250, seed: 3);

    [Fact]
    public async Task an_import_of_the_export_makes_the_library_that_seeding_makes()
    {
        var seedProgress = await SeedAsync();
        var bySeed = await LibraryDump.ReadAsync(Host.ConnectionString);
        await Host.ResetAsync();
        var run = await ImportAsync(await ExportAsync());
        Assert.Equal((seedProgress!.Families, seedProgress.Posts, seedProgress.Videos),
            (run.Counts.Families, run.Counts.New, run.Counts.Videos));
        Assert.All(run.Issues, issue => Assert.Equal(IssueCode.PromptUrlStripped, issue.Code));
        Assert.Equal(bySeed, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task the_export_of_a_seeded_library_is_nothing_new_to_it()
    {
        var seedProgress = await SeedAsync();
        var run = await ImportAsync(await ExportAsync());
        Assert.Equal((0, 0, seedProgress!.Posts), (run.Counts.New, run.Counts.Changed, run.Counts.Unchanged));
    }

    [Fact]
    public async Task a_library_with_a_post_in_it_is_not_seeded()
    {
        await StoreAsync(Make.Still());
        Assert.Null(await SeedAsync());
        Assert.Single(await FamiliesAsync());
    }

    [Fact]
    public async Task the_terminal_seeds_once_and_then_says_no()
    {
        string[] line = ["seed", "--families", "3"];
        Assert.Equal(ExitCode.Success, await CommandLineApp.Parse(line)!.RunAsync(Host.Site.Services));
        Assert.Equal(ExitCode.NothingRead, await CommandLineApp.Parse(line)!.RunAsync(Host.Site.Services));
        Assert.Equal(3, (await FamiliesAsync()).Count);
    }

    private Task<SeedProgress?> SeedAsync() => WithAsync((SeedLibrary seed) => seed.RunAsync(Small, progress: null, default));

    private static async Task<string> ExportAsync()
    {
        using var output = new MemoryStream();
        await WriteSyntheticExport.RunAsync(Small, output, progress: null, default);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
