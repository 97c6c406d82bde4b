using System.Net;
using NetVips;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

public sealed class DuplicateQueueTests(SoviaHost host) : DuplicatesTest(host)
{
    [Fact]
    public async Task posts_that_look_the_same_stand_side_by_side_with_their_distances_and_what_speaks_for_each()
    {
        var large = await PutAsync(Scenes.Create(1).Png(), minutes: 5);
        var small = await PutAsync(Scenes.Create(1).Resized(0.5).Png(), minutes: 1);
        await PutAsync(Scenes.Create(2).Png());
        await LikeAsync(small.Id);
        await FindDuplicatesAsync();
        var page = await OpenAsync("/duplicates");
        var group = page.QuerySelector("[data-group]")!;
        Assert.Equal(new[] { large.Id, small.Id }.Order(), CardsOf(group).Order());
        Assert.All(group.QuerySelectorAll("article"), item => Assert.InRange(int.Parse(item.GetAttribute("data-distance")!, null), 0, 4));
        Assert.Contains("More pixels", EvidenceOf(group, large), StringComparison.Ordinal);
        Assert.Contains("Older", EvidenceOf(group, small), StringComparison.Ordinal);
        Assert.Contains("Liked", EvidenceOf(group, small), StringComparison.Ordinal);
        // What somebody likes is not proposed for the trash.
        Assert.Equal(small.Id.ToString(), group.QuerySelector("input[name=best][checked]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("[data-group]"));
    }

    [Fact]
    public async Task files_that_are_byte_for_byte_the_same_are_named_so()
    {
        var bytes = Scenes.Create(1).Png();
        var (one, two) = (Make.Still(), Make.Still(1));
        await PutAsync(one, bytes, "png");
        await PutAsync(two, bytes, "png");
        await FindDuplicatesAsync();
        var group = (await OpenAsync("/duplicates")).QuerySelector("[data-group]")!;
        Assert.Contains("byte-identical", group.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Byte-identical", EvidenceOf(group, one), StringComparison.Ordinal);
    }

    [Fact]
    public async Task pairs_inside_one_family_are_not_asked_about()
    {
        var still = await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Make.Still(3) with { ParentId = still.Id, RootId = still.Id }, Scenes.Create(1).Jpeg(), "jpg");
        await FindDuplicatesAsync();
        Assert.Equal(2, await QueryNumberAsync("select count(*) from sovia.picture_hash where state = 0"));
        Assert.Empty(GroupsOf(await OpenAsync("/duplicates")));
    }

    [Fact]
    public async Task an_item_that_went_to_the_trash_meanwhile_is_in_no_group()
    {
        var one = await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Scenes.Create(1).Jpeg(), 3);
        await FindDuplicatesAsync();
        await ChangeAsync(new() { Trashed = true }, one.Id);
        Assert.Empty(GroupsOf(await OpenAsync("/duplicates")));
        await DeriveAsync();
        Assert.Equal(0, await QueryNumberAsync("select count(*) from sovia.duplicate_group"));
    }

    [Fact]
    public async Task the_queue_is_walked_by_keyset_each_group_once_the_nearest_first()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            await PutAsync(Scenes.Create(seed, 120, 160).Png(), seed);
            await PutAsync(Scenes.Create(seed, 120, 160).Jpeg(seed % 2 == 0 ? 95 : 30), seed + 20);
        }
        await FindDuplicatesAsync();
        List<(string Group, int Distance)> visited = [];
        for (var address = "/duplicates"; address is not null;)
        {
            var page = await OpenAsync(address);
            visited.AddRange(page.QuerySelectorAll("[data-group]")
                .Select(group => (group.GetAttribute("data-group")!, group.QuerySelectorAll("article")
                    .Max(item => int.Parse(item.GetAttribute("data-distance")!, null)))));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(12, visited.DistinctBy(group => group.Group).Count());
        Assert.Equal(12, visited.Count);
        Assert.Equal(visited.Select(group => group.Distance).Order(), visited.Select(group => group.Distance));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/duplicates?after=%27;drop&like=zz")).StatusCode);
    }

    [Fact]
    public async Task an_empty_queue_says_what_was_looked_at_and_what_is_missing()
    {
        Assert.Contains("hasn't compared", await MainAsync(), StringComparison.Ordinal);
        await PutAsync(Scenes.Create(1).Png());
        await PutAsync(Blank());
        await StoreAsync(Make.Still(9), Make.Still(10));
        await FindDuplicatesAsync();
        var text = await MainAsync();
        Assert.Contains("No duplicates to decide on.", text, StringComparison.Ordinal);
        Assert.Contains("Compared 1 of 4 items.", text, StringComparison.Ordinal);
        Assert.Contains("3 can't be compared: 1 nearly one colour, the others have no saved file.", text, StringComparison.Ordinal);
    }

    private static string EvidenceOf(AngleSharp.Dom.IElement group, Post post) =>
        group.QuerySelector($"[data-post-id='{post.Id}'] ul")!.TextContent;

    private async Task<string> MainAsync() =>
        System.Text.RegularExpressions.Regex.Replace((await OpenAsync("/duplicates")).QuerySelector("main")!.TextContent, @"\s+", " ");

    private static byte[] Blank()
    {
        using var black = Image.Black(60, 80, bands: 3);
        return black.PngsaveBuffer();
    }
}
