using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class TrashPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task trashed_items_are_listed_in_pages_and_restored_singly_or_together()
    {
        var posts = Enumerable.Range(0, 60).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        Assert.Contains("The trash is empty", (await OpenAsync("/trash")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ChangeAsync(new() { Trashed = true }, [.. posts.Skip(2).Select(post => post.Id)]);
        await ChangeAsync(new() { Hidden = true }, posts[0].Id);
        var page = await OpenAsync("/trash");
        Assert.Equal("58", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        var older = await OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(posts.Skip(2).Select(post => post.Id).Order(), CardsOf(page).Concat(CardsOf(older)).Order());

        var one = page.QuerySelector("button[formaction$='/annotate']")!;
        await SendAsync(one.GetAttribute("formaction")!, ("trashed", "false"), ("ids", ""));
        Assert.Equal("57", (await OpenAsync("/trash")).QuerySelector("[data-count]")!.GetAttribute("data-count"));
        var some = (await OpenAsync("/trash")).QuerySelectorAll("input[name=ids]").Take(2)
            .Select(box => ("ids", box.GetAttribute("value")!));
        await SendAsync("/selection", [.. some, ("change", "restore")]);
        Assert.Equal(55, await CountAsync("search=is:trashed"));
        var all = (await OpenAsync("/trash")).QuerySelector("form:has([name=whole])")!;
        await SendAsync("/selection", [.. all.QuerySelectorAll("input")
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("change", "restore")]);
        Assert.Equal((0, 59), (await CountAsync("search=is:trashed"), await CountAsync("")));
    }

    [Fact]
    public async Task items_cleared_from_the_trash_are_mentioned_and_can_be_restored()
    {
        var posts = Enumerable.Range(0, 4).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        await ChangeAsync(new() { Trashed = true }, [.. posts.Select(post => post.Id)]);
        await ChangeAsync(new() { ExpireTrashedBefore = DateTimeOffset.UtcNow.AddDays(1) }, posts[0].Id, posts[1].Id);
        var page = await OpenAsync("/trash");
        Assert.Equal("2", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        Assert.Contains("after 30 days", page.QuerySelector(".picks__note")!.TextContent, StringComparison.Ordinal);
        var link = page.QuerySelector("[data-cleared]")!;
        Assert.Equal("2", link.GetAttribute("data-cleared"));
        var cleared = await OpenAsync(link.GetAttribute("href")!);
        Assert.Equal(posts.Take(2).Select(post => post.Id).Order(), CardsOf(cleared).Order());
        Assert.Contains("Restore", await (await GetAsync($"/posts/{posts[0].Id}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var all = cleared.QuerySelector("form:has([name=whole])")!;
        await SendAsync("/selection", [.. all.QuerySelectorAll("input")
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("change", "restore")]);
        Assert.Equal((2, 0, 2), (await CountAsync("search=is:trashed"), await CountAsync("search=is:expired"), await CountAsync("")));
        Assert.Null((await OpenAsync("/trash")).QuerySelector("[data-cleared]"));
    }

    private async Task SendAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post,
            address)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
