using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

public sealed class SmartCollectionTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task a_smart_collection_contains_the_current_results_of_its_query()
    {
        var stills = await StillsAsync(3);
        var liked = (await MakeAsync("Liked", query: "liked=true&search=heron"))!;
        Assert.Empty(await FindAsync("in=liked"));
        await LikeAsync(stills[1].Id);
        Assert.Equal([stills[1].Id], await FindAsync("in=liked"));
        // The same address, counted before, once the collection is another.
        Assert.NotNull((await EditAsync(liked.Id, before => before with { Query = "search=heron -is:liked" })).Collection);
        Assert.Equal(new[] { stills[0].Id, stills[2].Id }.Order(), await FindAsync("in=liked"));
        Assert.NotNull((await EditAsync(liked.Id, before => before with { LeftOut = [stills[0].Id] })).Collection);
        Assert.Equal([stills[2].Id], await FindAsync("in=liked"));
    }

    [Fact]
    public async Task a_smart_collection_may_name_others_but_not_itself()
    {
        var stills = await StillsAsync(4);
        var hand = (await MakeAsync("By hand"))!;
        await CollectAsync(hand, stills[0].Id, stills[1].Id);
        var smart = (await MakeAsync("Smart", query: "search=in:\"by hand\" -\"heron 1\""))!;
        Assert.Equal([stills[0].Id], await FindAsync("in=smart"));
        var all = (await MakeAsync("All"))!;
        Assert.NotNull(await MakeAsync("Third", all.Id, "search=\"heron 3\""));
        Assert.NotNull((await EditAsync(smart.Id, before => before with { ParentId = all.Id })).Collection);
        Assert.Equal(new[] { stills[0].Id, stills[3].Id }.Order(), await FindAsync("in=all"));

        foreach (var query in (string[])["search=in:smart", "search=in:all/smart", "search=in:all", "in=all"])
        {
            var problem = Assert.Single((await EditAsync(smart.Id, before => before with { Query = query })).Problems);
            Assert.Equal("query", problem.Field);
        }
        var second = (await MakeAsync("Second", query: "search=in:all/smart"))!;
        Assert.Single((await EditAsync(smart.Id, before => before with { Query = "search=in:second" })).Problems);
        Assert.Equal([stills[0].Id], await FindAsync("in=second"));
        Assert.NotNull(second);
    }

    [Fact]
    public async Task it_may_name_days_that_move()
    {
        var stills = await StillsAsync(2);
        foreach (var days in (string[])["today", "yesterday", "week", "30d", "8w", "6m", "2y"])
            Assert.NotNull(await MakeAsync($"Made {days}", query: $"search=date:{days}"));
        Assert.NotNull(await MakeAsync("All of these", query: "in=Made week,Made 30d"));
        foreach (var path in (await TreeAsync()).Paths) await FindAsync($"in={path}");
        Assert.Equal(stills.Select(post => post.Id).Order(), await FindAsync("in=Made 2y"));
        using var page = await Host.Site.Server.CreateClient().GetAsync("/collections");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task many_that_name_each_other_are_read_once_each()
    {
        await StillsAsync(1);
        Assert.NotNull(await MakeAsync("C0", query: "search=heron"));
        var problems = new List<string>();
        for (var number = 1; number < 40 && problems.Count == 0; number++)
            problems.AddRange((await TryMakeAsync($"C{number}", query: $"search=in:C{number - 1} or in:C{number - 1}")).Problems
                .Select(problem => problem.Text));
        Assert.Contains("too many conditions", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Single(await FindAsync("in=C5"));
    }

    [Fact]
    public async Task an_invalid_query_is_rejected_and_never_matches_everything()
    {
        await StillsAsync(2);
        foreach (var query in (string[])["", "search=", "lighthouse", "serach=x", "sort=model", "search=is:hidden",
            "search=heron -is:trashed", "search=date:99", "type=sculpture", "search=in:nowhere", "search=\"open",
            $"search={new string('x', 20_000)}"])
            Assert.Equal("query", Assert.Single((await TryMakeAsync("Odd", query: query)).Problems).Field);
        // One that names a collection which was deleted since finds nothing of it.
        var gone = (await MakeAsync("Gone"))!;
        Assert.NotNull(await MakeAsync("Of gone", query: "in=gone"));
        await WithAsync((Sovia.Collections.EditCollections edit) => edit.DeleteAsync(gone.Id, default));
        Assert.Empty(await FindAsync("in=of gone"));
    }
}
