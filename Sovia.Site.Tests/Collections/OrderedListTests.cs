using Sovia.Collections;
using Sovia.Library.Browsing;
using Sovia.Query.Language;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

/// <summary>Lists in the order that somebody gave a collection.</summary>
public sealed class OrderedListTests(SoviaHost host) : OrderTest(host)
{
    [Fact]
    public async Task added_posts_are_last_until_they_are_moved()
    {
        var (best, model) = await CreateFilledAsync(3);
        await MoveAsync(best, model[2], MoveTarget.Top);
        var added = Make.Still(900, "added");
        await StoreAsync(added);
        await CollectAsync(best, added.Id);
        Assert.Equal([model[2], model[0], model[1], added.Id], await ListShownAsync("in=Best&sort=hand"));
        Assert.Null(await MoveAsync(best, added.Id, MoveTarget.Up));
        Assert.Equal([model[2], model[0], added.Id, model[1]], await ListShownAsync("in=Best&sort=hand"));
    }

    [Fact]
    public async Task a_family_stands_where_the_first_of_its_members_does()
    {
        var stills = await StillsAsync(3);
        var clip = Make.Clip(stills[2]);
        await StoreAsync([stills[2], clip]);
        var best = (await MakeAsync("Best"))!;
        await CollectAsync(best, [.. stills.Select(post => post.Id), clip.Id]);
        await WithAsync((OrderCollection order) => order.SortAsync(best.Id, [clip.Id, stills[0].Id, stills[1].Id, stills[2].Id], default));
        Assert.Equal([stills[2].Id, stills[0].Id, stills[1].Id], await ListShownAsync("in=Best&sort=hand"));
        Assert.Equal([clip.Id, stills[0].Id, stills[1].Id, stills[2].Id], await ListShownAsync("in=Best&unit=post&sort=hand"));
    }

    [Fact]
    public async Task pages_of_it_hold_together_in_both_directions()
    {
        var (best, model) = await CreateFilledAsync(130);
        await WithAsync((OrderCollection order) => order.SortAsync(best.Id, model.AsEnumerable().Reverse(), default));
        model.Reverse();
        using var named = NamedCollections.Use(await TreeAsync());
        var list = Make.ParseQuery("in=Best&unit=post&sort=hand");
        Assert.Equal(model, await WalkAsync(list));
        var around = await WithAsync((BrowseLibrary browse) =>
            browse.ReadPageAsync(list, PagePosition.Top with { AroundPostId = model[70] }, default));
        Assert.Contains(model[70], around.Families.Select(family => family.Id));
        var above = await WithAsync((BrowseLibrary browse) => browse.ReadPageAsync(list, new(Before: around.Before), default));
        Assert.Equal(around.Families[0].Id, model[model.IndexOf(above.Families[^1].Id) + 1]);
    }

    [Fact]
    public async Task invalid_moves_are_rejected_and_other_lists_have_no_manual_order()
    {
        var (best, model) = await CreateFilledAsync(2);
        var other = Make.Still(500);
        await StoreAsync(other);
        Assert.Contains("not in the collection", await MoveAsync(best, other.Id, MoveTarget.Top), StringComparison.Ordinal);
        Assert.Contains("position doesn't exist", await MoveAsync(best, model[0], MoveTarget.Before, other.Id), StringComparison.Ordinal);
        Assert.Contains("Collection not found", await MoveAsync(best with { Id = Guid.NewGuid() }, model[0], MoveTarget.Top),
            StringComparison.Ordinal);
        await EditAsync(best.Id, one => one with { Locked = true });
        Assert.Contains("locked", await MoveAsync(best, model[1], MoveTarget.Top), StringComparison.Ordinal);
        Assert.Equal(await ListShownAsync("unit=post"), await ListShownAsync("unit=post&sort=hand"));
    }
}
