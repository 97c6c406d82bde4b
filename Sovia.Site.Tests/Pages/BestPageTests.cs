using System.Net;
using AngleSharp.Html.Dom;
using Sovia.Culling;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class BestPageTests(SoviaHost host) : PageTest(host)
{
    private readonly Post root = Make.Still(0, "a heron");

    [Fact]
    public async Task a_family_is_compared_in_pairs_and_the_best_are_kept()
    {
        Post[] posts = [root, .. Enumerable.Range(1, 3).Select(number => Make.Clip(root, number))];
        await StoreAsync([.. posts, Make.Still(-5, "a lake")]);
        var address = (await OpenAsync($"/cull?at={posts[2].Id}")).QuerySelector(".cull__family > a[href^='/cull/best']")!.GetAttribute("href")!;
        Guid[] trueOrder = [posts[2].Id, posts[0].Id, posts[3].Id, posts[1].Id];
        var page = await OpenAsync(address);
        Assert.Null(page.QuerySelector("form.best__keep"));
        for (var time = 0; time < 6; time++)
        {
            var pair = page.QuerySelectorAll(".best__choice").Select(choice => Guid.Parse(choice.GetAttribute("data-post-id")!)).ToList();
            Assert.Equal(2, pair.Distinct().Count());
            page = await CompareAsync(address, pair[0], pair[1], trueOrder.First(pair.Contains));
        }
        Assert.Equal(trueOrder, OrderOf(page));
        Assert.Equal(trueOrder, (await TournamentAsync()).Order);
        Assert.Equal("6", page.QuerySelector("[data-comparisons]")!.GetAttribute("data-comparisons"));

        // The last is taken back, and made again.
        using (await PostFormAsync(address, $"{address}&handler=back")) { }
        Assert.Equal(5, (await TournamentAsync()).Comparisons.Count);
        page = await CompareAsync(address, trueOrder[2], trueOrder[3], null);
        var shown = page.QuerySelector("[name=shown]")!.GetAttribute("value")!;
        foreach (var (count, order) in new[] { ("0", shown), ("4", shown), ("", shown),
            ("2", string.Join(',', trueOrder.Reverse<Guid>())) })
            using (var refused = await PostFormAsync(address, $"{address}&handler=keep", ("count", count), ("shown", order)))
                Assert.Equal((count, HttpStatusCode.UnprocessableEntity), (count, refused.StatusCode));
        Assert.Equal(0, await CountAsync("search=is:trashed"));
        var ranking = OrderOf(page);
        using var done = await PostFormAsync(address, $"{address}&handler=keep", ("count", "2"), ("shown", shown));
        Assert.Equal($"/posts/{ranking[0]}", done.Headers.Location!.ToString());
        Assert.Equal(ranking.Take(2).Order(), (await WalkAsync(Make.ParseQuery("unit=post&search=-lake"))).Order());
        Assert.Equal(2, await CountAsync("search=is:trashed"));
    }

    [Fact]
    public async Task pairs_from_outside_the_family_are_rejected()
    {
        var (clip, lake) = (Make.Clip(root), Make.Still(-5, "a lake"));
        await StoreAsync(root, clip, lake);
        var address = $"/cull/best?at={root.Id}";
        foreach (var (first, second, winner) in new[] { (root.Id, lake.Id, $"{root.Id}"), (root.Id, root.Id, $"{root.Id}"),
            (root.Id, clip.Id, $"{lake.Id}"), (root.Id, clip.Id, "nonsense") })
            using (var refused = await PostFormAsync(address, address, ("first", $"{first}"), ("second", $"{second}"), ("winner", winner)))
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.True((await TournamentAsync()).IsEmpty);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/cull/best?at={Guid.NewGuid()}")).StatusCode);
        Assert.Contains("nothing to compare", (await OpenAsync($"/cull/best?at={lake.Id}")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }

    private Task<Tournament> TournamentAsync() => WithAsync((TournamentStore store) => store.LoadAsync(root.Id, default));

    private static List<Guid> OrderOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".best__order li").Select(item => Guid.Parse(item.GetAttribute("data-post-id")!))];

    private async Task<IHtmlDocument> CompareAsync(string address, Guid first, Guid second, Guid? winner)
    {
        using var answer = await PostFormAsync(address, address, ("first", $"{first}"), ("second", $"{second}"), ("winner", $"{winner}"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await OpenAsync(address);
    }

    private async Task<HttpResponseMessage> PostFormAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return await PostAsync(page, address, form);
    }
}
