using Sovia.Collections;
using Sovia.Curation;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

public sealed class ManualCollectionTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task added_posts_are_found_until_they_are_removed()
    {
        var stills = await StillsAsync(4);
        var clip = Make.Clip(stills[3]);
        await StoreAsync([stills[3], clip]);
        var best = (await MakeAsync("My best"))!;
        await CollectAsync(best, stills[0].Id, clip.Id);
        Assert.Equal(new[] { stills[0].Id, stills[3].Id }.Order(), await FindAsync("search=in:\"my BEST\""));
        Assert.Equal(new[] { stills[0].Id, clip.Id }.Order(), await FindAsync("in=My best&unit=post"));
        Assert.Equal(new[] { stills[1].Id, stills[2].Id }.Order(), await FindAsync("in=-my best"));
        Assert.Equal(new[] { stills[1].Id, stills[2].Id, stills[3].Id }.Order(), await FindAsync("in=none&unit=post"));
        Assert.Equal([stills[3].Id], await FindAsync("in=my best&type=video"));
        await ChangeAsync(new() { Uncollect = [new(best.Id, best.Name)] }, clip.Id);
        Assert.Equal([stills[0].Id], await FindAsync("in=My best"));
    }

    [Fact]
    public async Task a_post_is_in_it_once_however_often_and_by_how_many_it_is_put_there()
    {
        var stills = await StillsAsync(2);
        var best = (await MakeAsync("Best"))!;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CollectAsync(best, stills[0].Id, stills[1].Id)));
        var again = await CollectAsync(best, stills[0].Id);
        Assert.Null(again.Batch);
        var annotations = await WithAsync((ReadAnnotations read) => read.ReadAsync(stills.Select(post => post.Id), default));
        Assert.All(annotations.Values, annotation => Assert.Equal([best.Id], annotation.Collections));
    }

    [Fact]
    public async Task adding_posts_can_be_undone()
    {
        var stills = await StillsAsync(3);
        var (one, two) = ((await MakeAsync("One"))!, (await MakeAsync("Two"))!);
        var first = await CollectAsync(one, stills[0].Id, stills[1].Id);
        Assert.Equal("Added 2 items to One", first.Batch!.Text);
        await CollectAsync(two, stills[1].Id);
        var undone = await WithAsync((UndoBatch undo) => undo.RunAsync(first.Batch.Id, default));
        // What was changed since is left, and said.
        Assert.Single(undone!.SkippedFields);
        Assert.Equal([stills[1].Id], await FindAsync("in=One"));
        Assert.Equal([stills[1].Id], await FindAsync("in=Two"));
    }

    [Fact]
    public async Task the_panel_counts_collections()
    {
        var stills = await StillsAsync(5);
        var best = (await MakeAsync("Best"))!;
        var inner = (await MakeAsync("Inner", best.Id))!;
        await CollectAsync(best, stills[0].Id, stills[1].Id);
        await CollectAsync(inner, stills[1].Id);
        var counted = await WithAsync((CountFacets facets) => facets.CountAsync(LibraryQuery.Everything(Make.Start), default));
        Assert.Equal(
            [("Best", 2), ("Best/Inner", 1), ("none", 3)],
            counted.Values.Single(values => values.Key.Parameter == "in").Select(value => (value.Value, value.Count)).Order());
    }

    [Fact]
    public async Task sibling_names_are_unique_even_if_created_concurrently()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => TryMakeAsync(number % 2 == 0 ? " Best " : "bEST")));
        Assert.Single(made, result => result.Collection is not null);
        Assert.Single((await TreeAsync()).All);
        foreach (var name in (string[])["", "   ", "a/b", new('x', 101), "\0"])
            Assert.Equal("name", Assert.Single((await TryMakeAsync(name)).Problems).Field);
        foreach (var name in (string[])["none", "東京", new('x', 100), "a,b", "-x", "\"q\"", "עברית"])
        {
            var collection = (await MakeAsync(name))!;
            Assert.Equal(collection.Name, (await TreeAsync()).FindByPath(name)?.Name);
            Assert.Empty(await FindAsync($"in={Uri.EscapeDataString(Facet.Find("in")!.FormatValue(collection.Name))}"));
        }
    }

    [Fact]
    public async Task deleting_a_collection_keeps_its_posts_and_restoring_it_has_them_all()
    {
        var stills = await StillsAsync(2);
        var best = (await MakeAsync("Best"))!;
        var inner = (await MakeAsync("Inner", best.Id))!;
        await CollectAsync(best, stills[0].Id);
        Assert.NotNull(inner);
        await WithAsync((EditCollections edit) => edit.DeleteAsync(best.Id, default));
        Assert.Empty((await TreeAsync()).All);
        Assert.Equal(2, (await FindAsync("")).Count);
        // What was put only into a deleted one is in none.
        Assert.Equal(2, (await FindAsync("in=none")).Count);
        Assert.NotNull(await MakeAsync("best"));
        var back = await WithAsync((EditCollections edit) => edit.RestoreAsync(best.Id, default));
        Assert.Equal("Best 2", back.Collection!.Name);
        Assert.Equal(["Best 2", "Best 2/Inner"],
            (await TreeAsync()).Paths.Where(path => path.StartsWith("Best 2", StringComparison.Ordinal)));
        Assert.Equal([stills[0].Id], await FindAsync("in=best 2"));
        Assert.Equal([stills[1].Id], await FindAsync("in=none"));
        Assert.Null((await WithAsync((EditCollections edit) => edit.RestoreAsync(best.Id, default))).Collection);
    }

    [Fact]
    public async Task an_address_with_a_name_from_before_finds_it_until_another_has_the_name()
    {
        var stills = await StillsAsync(2);
        var best = (await MakeAsync("Best"))!;
        await CollectAsync(best, stills[0].Id);
        Assert.NotNull(await MakeAsync("Smart", query: "in=Best"));
        await EditAsync(best.Id, before => before with { Name = "Top" });
        foreach (var address in (string[])["in=best", "in=Top", "in=smart", "search=in:best"])
            Assert.Equal([stills[0].Id], await FindAsync(address));
        Assert.NotNull(await MakeAsync("Best"));
        Assert.Empty(await FindAsync("in=best"));
    }

    [Fact]
    public async Task a_name_that_no_collection_has_is_told_with_the_nearest()
    {
        await MakeAsync("My best");
        Assert.Equal(["No collection is called “my bset”. Did you mean in:\"My best\"?"], await MessagesAsync("in:\"my bset\""));
        Assert.Equal(["No collection is called “holiday”, so “in:” was ignored."], await MessagesAsync("in:holiday"));
        Assert.Empty(await MessagesAsync("in:none"));
    }
}
