using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

public sealed class NestedCollectionTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task one_that_lies_in_another_is_part_of_it()
    {
        var stills = await StillsAsync(3);
        var travel = (await MakeAsync("Travel"))!;
        var sea = (await MakeAsync("Sea", travel.Id))!;
        await CollectAsync(travel, stills[0].Id);
        await CollectAsync(sea, stills[1].Id);
        Assert.Equal(new[] { stills[0].Id, stills[1].Id }.Order(), await FindAsync("in=travel"));
        Assert.Equal([stills[1].Id], await FindAsync("search=in:travel/sea"));
        Assert.Equal([stills[1].Id], await FindAsync("search=in:sea"));
        Assert.Equal([stills[0].Id], await FindAsync("search=in:travel -in:sea"));
        Assert.Equal(["A collection can't be inside itself."],
            (await EditAsync(travel.Id, before => before with { ParentId = sea.Id })).Problems.Select(problem => problem.Text));
        // Two of one name are told apart by their paths alone.
        Assert.NotNull(await MakeAsync("Sea"));
        Assert.Equal([], await FindAsync("search=in:sea"));
        Assert.Equal([stills[1].Id], await FindAsync("search=in:travel/sea"));
    }

    [Fact]
    public async Task a_place_that_closes_a_circle_is_refused_also_where_queries_name_each_other()
    {
        var outer = (await MakeAsync("Outer"))!;
        var inner = (await MakeAsync("Inner", outer.Id))!;
        var smart = (await MakeAsync("Smart", inner.Id, "search=heron"))!;
        foreach (var parent in (Guid[])[inner.Id, outer.Id, smart.Id])
            Assert.Equal("parent_id",
                Assert.Single((await EditAsync(outer.Id, before => before with { ParentId = parent, Query = "in=Smart" })).Problems).Field);
        Assert.Equal(3, (await TreeAsync()).All.Length);
    }
}
