using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>What is in the trash stays there when it is imported again, and is counted as such.</summary>
public sealed class TrashedImportTests(SoviaHost host) : ImportTest(host)
{
    private const string Two =
        $$"""[{"id":"{{A}}","prompt":"a heron"},{"id":"{{B}}","prompt":"a stork"},{"id":"{{C}}","prompt":"a crane"}]""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task posts_in_the_trash_are_a_bucket_of_their_own_and_the_buckets_add_up(bool isDry)
    {
        await ImportAsync(Two);
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(A), Guid.Parse(B));
        // One says something new of a post in the trash, one nothing new; C is known, and D is new.
        var again = Two.Replace("a heron", "a grey heron", StringComparison.Ordinal)[..^1]
            + $$""",{"id":"{{D}}"},{"id":"{{B}}","prompt":"a stork"}]""";
        var (run, files) = CreateRunWithFiles(again);
        var counts = (await Importer.RunAsync(run, files, isDry, null, default)).Counts;
        Assert.Equal((1, 0, 1, 2), (counts.New, counts.Changed, counts.Unchanged, counts.Trashed));
        Assert.Equal(counts.Posts, counts.New + counts.Changed + counts.Unchanged + counts.Trashed);
        Assert.Equal(2, await CountAsync("search=is:trashed"));
        // What was said of it is not lost.
        Assert.Equal(isDry ? 0 : 1, await CountAsync("search=is:trashed \"grey heron\""));
    }

    [Fact]
    public async Task a_post_that_was_trashed_and_whose_import_was_undone_comes_back_into_the_trash()
    {
        var first = await ImportAsync(Two);
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(A));
        Assert.Null((await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(first.Id, leavesEdited: false, default)).Refusal);
        var counts = (await ImportAsync(Two)).Counts;
        Assert.Equal((2, 1), (counts.New, counts.Trashed));
        Assert.Equal((1, 2), (await CountAsync("search=is:trashed"), await CountAsync("unit=post")));
    }

    [Fact]
    public async Task a_preview_tells_how_many_are_in_the_trash()
    {
        await ImportAsync(Two);
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(A));
        var (run, files) = CreateRunWithFiles(Two);
        var (read, _) = await Host.Site.Services.GetRequiredService<DryRunImport>().RunAsync(run, files, null, default);
        Assert.Equal((0, 0, 2, 1), (read.Counts.New, read.Counts.Changed, read.Counts.Unchanged, read.Counts.Trashed));
    }
}
