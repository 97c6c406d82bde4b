using System.Net;
using AngleSharp.Dom;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class ComparePageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task posts_stand_side_by_side_with_the_facts_in_which_they_differ_marked()
    {
        var (one, other) = (Make.Still(1, "a red fox <b>") with { Width = 800, Height = 1200 },
            Make.Still(2, "a blue fox <b>") with { Width = 800, Height = 1200, Model = "imagine_x_1" });
        await StoreAsync(one, other);
        await ChangeAsync(new() { Rating = 3, AddTags = ["sea"] }, other.Id);
        var page = await OpenAsync($"/compare?ids={other.Id},{one.Id}");
        Assert.Equal([other.Id, one.Id], CardsOf(page));
        Assert.Equal(("3", "sea"), (page.QuerySelector($"[data-post-id='{other.Id}']")!.GetAttribute("data-rating"),
            page.QuerySelector($"[data-post-id='{other.Id}']")!.GetAttribute("data-tags")));
        Assert.Equal(("blue", "red"), (page.QuerySelector(".compare__text del")!.TextContent,
            page.QuerySelector(".compare__text ins")!.TextContent));
        Assert.Equal("a bluered fox <b>", page.QuerySelectorAll(".compare__text")[1].TextContent);
        Assert.Contains("1 word changed", page.QuerySelector(".compare__changed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Imagine X 1", "Imagine H 1"], Row(page, "Model").QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.True(Row(page, "Model").HasAttribute("data-differs"));
        Assert.True(Row(page, "Tags").HasAttribute("data-differs"));
        Assert.False(Row(page, "Dimensions").HasAttribute("data-differs"));
        Assert.NotNull(page.QuerySelector($"a[href='/compare?ids={one.Id},{other.Id}']"));
        Assert.NotNull(page.QuerySelector($"[data-post-id='{one.Id}'] a[href='/compare?ids={other.Id}']"));
    }

    [Fact]
    public async Task a_fifth_is_refused_with_a_message_and_may_walk_past_a_champion()
    {
        var posts = Enumerable.Range(0, 5).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var ids = posts.Select(post => post.Id).ToList();
        var page = await OpenAsync($"/compare?ids={string.Join(',', ids)}");
        Assert.Equal(ids[..4], CardsOf(page));
        var message = page.QuerySelector("main [role=alert]")!;
        Assert.Contains("up to four items", message.TextContent, StringComparison.Ordinal);

        var walk = await OpenAsync(message.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(ids[..2], CardsOf(walk));
        Assert.Null(walk.QuerySelector("a[rel=prev]"));
        walk = await OpenAsync(walk.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal([ids[0], ids[2]], CardsOf(walk));
        walk = await OpenAsync(walk.QuerySelector("[data-act=promote]")!.GetAttribute("href")!);
        Assert.Equal([ids[2], ids[3]], CardsOf(walk));
        Assert.Equal($"{ids[2]}", walk.QuerySelector("[data-pinned]")!.GetAttribute("data-post-id"));
    }

    [Fact]
    public async Task challengers_come_from_a_query_and_step_over_the_champion()
    {
        var posts = Enumerable.Range(0, 4).Select(i => Make.Still(-i, i == 3 ? "a stork" : "a heron")).ToArray();
        await StoreAsync(posts);
        var page = await OpenAsync($"/compare?ids={posts[1].Id},{posts[0].Id}&pin={posts[1].Id}&query=search%3Dheron");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        page = await OpenAsync(next);
        Assert.Equal([posts[1].Id, posts[2].Id], CardsOf(page));
        Assert.Null(page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task items_that_cannot_be_shown_give_the_reason()
    {
        var (shown, trashed, hidden) = (Make.Still(1, "fox"), Make.Still(2, "secret"), Make.Still(3, "veiled"));
        await StoreAsync(shown, trashed, hidden);
        await ChangeAsync(new() { Trashed = true }, trashed.Id);
        await ChangeAsync(new() { Hidden = true }, hidden.Id);
        var page = await OpenAsync($"/compare?ids={shown.Id},{trashed.Id},{hidden.Id},{Guid.NewGuid()},nonsense");
        Assert.Equal([shown.Id], CardsOf(page));
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var words in (string[])["in the trash", "is hidden", "isn't in your library", "“nonsense” isn't an item ID"])
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("veiled", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare")]
    [InlineData("/compare?ids=")]
    [InlineData("/compare?ids=a,b,,c&pin=d&walk=e&query=%00&add=f")]
    [InlineData("/compare?ids=00000000-0000-0000-0000-00000000abcd&pin=00000000-0000-0000-0000-00000000abcd&query=search%3D%22")]
    public async Task an_address_that_names_nothing_is_a_page_that_helps(string address)
    {
        var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull((await ReadAsync(response)).QuerySelector("main h1"));
    }

    [Fact]
    public async Task a_like_and_a_rating_return_to_the_comparison()
    {
        var posts = new[] { Make.Still(1), Make.Clip(Make.Still(2)) with { ParentId = null } };
        posts[1] = posts[1] with { RootId = posts[1].Id };
        await StoreAsync(posts);
        var address = $"/compare?ids={posts[0].Id},{posts[1].Id}";
        var form = (await OpenAsync(address)).QuerySelector($"[data-post-id='{posts[1].Id}'] .pane__stars")!;
        using var sent =
            new FormUrlEncodedContent([new("back", form.QuerySelector("[name=back]")!.GetAttribute("value")!), new("rating", "4")]);
        using var answer = await Host.Site.Server.CreateClient().PostAsync(form.GetAttribute("action"), sent);
        Assert.Equal((HttpStatusCode.SeeOther, address), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal("4", (await OpenAsync(address)).QuerySelector($"[data-post-id='{posts[1].Id}']")!.GetAttribute("data-rating"));
    }

    private static IElement Row(IParentNode page, string name) =>
        page.QuerySelectorAll(".compare__facts tbody tr").Single(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim() == name);
}
