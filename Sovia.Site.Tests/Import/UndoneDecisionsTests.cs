using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class UndoneDecisionsTests(SoviaHost host) : ImportTest(host)
{
    private UndoImport Undo => Host.Site.Services.GetRequiredService<UndoImport>();

    [Fact]
    public async Task annotations_survive_the_undo_of_an_import()
    {
        var json = $$"""[{"id":"{{A}}"},{"id":"{{B}}"}]""";
        var run = await ImportAsync(json);
        await ChangeAsync(new() { Liked = true, Rating = 4, AddTags = ["sea"] }, Guid.Parse(A));
        Assert.Null((await Undo.RunAsync(run.Id, leavesEdited: false, default)).Refusal);
        Assert.Empty(await FamiliesAsync());
        await ImportAsync(json);
        var found =
            await WithAsync((BrowseLibrary browse) =>
                browse.ReadPageAsync(ResolvedQuery.From(LibraryQuery.Parse("rating=4&tag=sea&liked=true", Make.Start).Query),
                    PagePosition.Top, default));
        Assert.Equal((A, 4), (Assert.Single(found.Families).Id.ToString(), found.Families[0].Rating));
    }
}
