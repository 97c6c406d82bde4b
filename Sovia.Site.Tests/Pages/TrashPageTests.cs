using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class TrashPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task what_is_trashed_is_listed_page_by_page_and_comes_back_one_some_or_all()
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
        var some = (await OpenAsync("/trash")).QuerySelectorAll("input[name=ids]").Take(2).Select(box => ("ids", box.GetAttribute("value")!));
        await SendAsync("/selection", [.. some, ("change", "restore")]);
        Assert.Equal(55, await CountAsync("search=is:trashed"));
        var all = (await OpenAsync("/trash")).QuerySelector("form:has([name=whole])")!;
        await SendAsync("/selection", [.. all.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)), ("change", "restore")]);
        Assert.Equal((0, 59), (await CountAsync("search=is:trashed"), await CountAsync("")));
    }

    private async Task SendAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
