using Sovia.Collections;
using Sovia.Index.Versions;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Collections;

/// <summary>Stamps that tell which collections a change may concern, so that only these are counted again.</summary>
public sealed class CollectionStampTests(SoviaHost host) : CollectionTest(host)
{
    [Fact]
    public async Task a_stamp_changes_with_the_posts_of_its_collection_and_not_with_others()
    {
        // A search by decisions may find others after any decision; all others stay as they are.
        var stills = await StillsAsync(4);
        var (best, other) = ((await MakeAsync("Best"))!, (await MakeAsync("Other"))!);
        var inner = (await MakeAsync("Inner", parent: best.Id))!;
        var (herons, liked) = ((await MakeAsync("Herons", query: "search=heron"))!, (await MakeAsync("Liked", query: "liked=true"))!);
        var named = (await MakeAsync("Named", query: "in=Other"))!;
        await CollectAsync(inner, stills[0].Id);
        await CollectAsync(other, stills[1].Id);

        await VerifyStampsAsync(() => ChangeAsync(new() { Liked = true }, stills[2].Id), liked, named);
        await VerifyStampsAsync(() => ChangeAsync(new() { AddTags = ["sea"] }, stills[0].Id), liked, named);
        await VerifyStampsAsync(() => CollectAsync(inner, stills[3].Id), best, inner, liked, named);
        // As many, but others.
        await VerifyStampsAsync(() => ChangeAsync(new() { Uncollect = [new(other.Id, "Other")] }, stills[1].Id), other, liked, named);
        await VerifyStampsAsync(() => EditAsync(other.Id, one => one with { Description = "new" }), liked, named);
        await VerifyStampsAsync(() => EditAsync(best.Id, one => one with { CoverId = stills[0].Id }), best, liked, named);
        await VerifyStampsAsync(() => StoreAsync(Make.Still(7, "a stork")), best, inner, other, herons, liked, named);
    }

    private async Task VerifyStampsAsync(Func<Task> change, params Collection[] expected)
    {
        var before = await StampsAsync();
        await change();
        var after = await StampsAsync();
        Assert.Equal(expected.Select(one => one.Name).Order(), after.Keys.Where(name => before[name] != after[name]).Order());
    }

    private async Task<Dictionary<string, string>> StampsAsync()
    {
        var tree = await TreeAsync();
        using var named = NamedCollections.Use(tree);
        var state = await WithAsync(async (LibraryStateCache versions) => await versions.GetCurrentAsync(CurrentLibrary.Id, default));
        var stamps = new CollectionStamps(tree, await WithAsync((ReadMemberStamps read) => read.ReadAsync(default)), state,
            new LocalCalendar(Make.Start, TimeZoneInfo.Utc));
        return tree.All.ToDictionary(one => one.Name, stamps.GetStamp);
    }
}
