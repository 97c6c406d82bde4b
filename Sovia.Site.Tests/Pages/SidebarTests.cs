using AngleSharp.Dom;
using Sovia.Collections;

using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The collections beside a list: at once with what was known last, then with what is so now.</summary>
public sealed class SidebarTests(SoviaHost host) : PageTest(host)
{
    private const string Address = "/collections/sidebar", Fresh = "/collections/sidebar?fresh=true";

    [Fact]
    public async Task counts_that_were_known_last_come_at_once_and_those_of_now_when_they_are_asked_for()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(-i, i == 0 ? "a heron" : "a stork")).ToArray();
        await StoreAsync(posts);
        var best = await MakeAsync("Best");
        var inner = await MakeAsync("Inner", parent: best.Id);
        await MakeAsync("Herons", query: "search=heron");
        await ChangeAsync(new() { Collect = [new(inner.Id, "Inner")] }, posts[0].Id);
        Assert.Equal("/collections/sidebar", (await OpenAsync("/")).QuerySelector("#shelf [hx-get]")!.GetAttribute("hx-get"));

        var first = await FragmentAsync(Address);
        Assert.Equal(["Best", "Inner", "Herons"], NamesOf(first));
        Assert.Equal(Fresh, first.GetAttribute("hx-get"));
        Assert.Equal([("Best", "1"), ("Inner", "1"), ("Herons", "1")], CountsOf(await FragmentAsync(Fresh)));
        var known = await FragmentAsync(Address);
        Assert.Equal([("Best", "1"), ("Inner", "1"), ("Herons", "1")], CountsOf(known));
        Assert.Null(known.GetAttribute("hx-get"));

        await ChangeAsync(new() { Collect = [new(best.Id, "Best")] }, posts[1].Id);
        var stale = await FragmentAsync(Address);
        Assert.Equal([("Best", "1"), ("Inner", "1"), ("Herons", "1")], CountsOf(stale));
        Assert.Equal(Fresh, stale.GetAttribute("hx-get"));
        Assert.Equal([("Best", "2"), ("Inner", "1"), ("Herons", "1")], CountsOf(await FragmentAsync(Fresh)));
        await StoreAsync(Make.Still(9, "another heron"));
        Assert.Equal([("Best", "2"), ("Inner", "1"), ("Herons", "2")], CountsOf(await FragmentAsync(Fresh)));
        // Without scripts nobody asks again.
        Assert.Equal([("Best", "2"), ("Inner", "1"), ("Herons", "2")], CountsOf((await OpenAsync(Address)).QuerySelector(".shelf")!));
        Assert.Equal(["Best", "Inner"], (await FragmentAsync(Address)).QuerySelectorAll("[data-takes]")
            .Select(item => item.QuerySelector(".shelf__name")!.TextContent));
    }

    [Fact]
    public async Task collections_to_start_with_are_offered_once()
    {
        await StoreAsync(Make.Still());
        var form = (await OpenAsync("/collections")).QuerySelector("form.collections__starters")!;
        using var fields = new MultipartFormDataContent();
        using var answer = await PostAsync("/collections", form.GetAttribute("action")!, fields);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await OpenAsync("/collections");
        Assert.Null(page.QuerySelector("form.collections__starters"));
        Assert.Equal(CreateStarterCollections.Starters.Count, page.QuerySelectorAll("[data-collection-id]").Length);
    }

    private async Task<IElement> FragmentAsync(string address) =>
        (await ReadAsync(await GetAsync(address, "HX-Request: true"))).QuerySelector(".shelf")!;

    private static IEnumerable<string> NamesOf(IElement shelf) => shelf.QuerySelectorAll(".shelf__name").Select(name => name.TextContent);

    private static IEnumerable<(string, string?)> CountsOf(IElement shelf) =>
        shelf.QuerySelectorAll("[data-collection-id]")
        .Select(item => (item.QuerySelector(".shelf__name")!.TextContent, item.QuerySelector("[data-count]")?.GetAttribute("data-count")));

    private async Task<Collection> MakeAsync(string name, Guid? parent = null, string? query = null) =>
        (await WithAsync((EditCollections edit) =>
        edit.CreateAsync(new() { Id = default, Name = name, ParentId = parent, Query = query, CreatedAt = default, UpdatedAt = default },
            default))).Collection!;
}
