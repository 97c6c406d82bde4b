using System.Net;
using Sovia.Collections;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class OrderPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task members_are_moved_sorted_and_made_the_cover_by_plain_forms()
    {
        var posts = Enumerable.Range(0, 4).Select(i => Make.Still(-i)).ToArray();
        await StoreAsync(posts);
        var best = await MakeAsync(new() { Id = default, Name = "Best", CreatedAt = default, UpdatedAt = default });
        await ChangeAsync(new() { Collect = [new(best.Id, best.Name)] }, [.. posts.Select(post => post.Id)]);
        var address = $"/collections/{best.Id}/order";
        Assert.NotNull((await OpenAsync("/?in=Best")).QuerySelector($"a[href='{address}']"));
        // Before anybody moved one it opens as lists do.
        Assert.DoesNotContain("sort=hand", await GetRedirectAsync(best.Id), StringComparison.Ordinal);

        var page = await OpenAsync(address);
        var shown = MembersOf(page);
        Assert.Equal(posts.Select(post => post.Id), shown);
        Assert.Equal("4", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        await PressAsync(page.QuerySelectorAll("[data-to=down]")[0].GetAttribute("formaction")!);
        Assert.Equal([shown[1], shown[0], shown[2], shown[3]], MembersOf(await OpenAsync(address)));
        await PressAsync(page.QuerySelectorAll("[data-to=top]")[3].GetAttribute("formaction")!);
        Assert.Equal([shown[3], shown[1], shown[0], shown[2]], MembersOf(await OpenAsync(address)));
        Assert.Contains("sort=hand", await GetRedirectAsync(best.Id), StringComparison.Ordinal);
        Assert.Equal([shown[3], shown[1], shown[0], shown[2]], CardsOf(await OpenAsync("/?in=Best&sort=hand")));
        Assert.NotNull((await OpenAsync("/?in=Best")).QuerySelector("select[name=sort] option[value=hand]"));
        Assert.Null((await OpenAsync("/")).QuerySelector("select[name=sort] option[value=hand]"));

        await PressAsync($"{address}?handler=sort", ("sort", "date_asc"));
        Assert.Equal([.. Enumerable.Reverse(shown)], MembersOf(await OpenAsync(address)));
        await PressAsync((await OpenAsync(address)).QuerySelector($"#member-{shown[2]} button[formaction*=cover]")!
            .GetAttribute("formaction")!);
        Assert.Equal("Cover", (await OpenAsync(address)).QuerySelector($"#member-{shown[2]} .order__cover")!.TextContent);
        await PressAsync($"{address}?handler=cover");
        Assert.Null((await OpenAsync(address)).QuerySelector(".order__cover"));
    }

    [Fact]
    public async Task a_smart_collection_has_no_page_of_its_order_and_nonsense_is_refused()
    {
        await StoreAsync(Make.Still(0, "a heron"));
        var smart =
            await MakeAsync(new() { Id = default, Name = "Herons", Query = "search=heron", CreatedAt = default, UpdatedAt = default });
        var manual = await MakeAsync(new() { Id = default, Name = "Best", CreatedAt = default, UpdatedAt = default });
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/collections/{smart.Id}/order")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound,
            (await SendAsync($"/collections/{Guid.NewGuid()}/order?handler=move&to=up&post={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await SendAsync($"/collections/{manual.Id}/order?handler=move&to=sideways&post={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await SendAsync($"/collections/{manual.Id}/order?handler=sort", ("sort", "nonsense"))).StatusCode);
    }

    [Fact]
    public async Task a_script_is_told_whether_a_move_was_made_and_why_not()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(-i)).ToArray();
        await StoreAsync(posts);
        var best = await MakeAsync(new() { Id = default, Name = "Best", CreatedAt = default, UpdatedAt = default });
        await ChangeAsync(new() { Collect = [new(best.Id, best.Name)] }, [.. posts.Select(post => post.Id)]);
        var address = $"/collections/{best.Id}/order?handler=move&to=top&post={posts[2].Id}";
        Assert.Equal((HttpStatusCode.NoContent, ""), await MoveAsync(address));
        Assert.Equal(posts[2].Id, MembersOf(await OpenAsync($"/collections/{best.Id}/order"))[0]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "This item is not in the collection."),
            await MoveAsync($"/collections/{best.Id}/order?handler=move&to=top&post={Guid.NewGuid()}"));
        await WithAsync((EditCollections edit) => edit.ChangeAsync(best.Id, one => one with { Locked = true }, default));
        var (status, reason) = await MoveAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("Best is locked.", reason, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Reason)> MoveAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("HX-Request", "true");
        using var answer = await SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<Collection> MakeAsync(Collection draft) =>
        (await WithAsync((EditCollections edit) => edit.CreateAsync(draft, default))).Collection!;

    private async Task<string> GetRedirectAsync(Guid id) => (await GetAsync($"/collections/{id}")).Headers.Location!.ToString();

    private static List<Guid> MembersOf(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#order > li").Select(item => Guid.Parse(item.GetAttribute("data-post-id")!))];

    private async Task PressAsync(string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(address, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post,
            address)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });
}
