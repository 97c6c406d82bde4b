using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class SelectionTests(SoviaHost host) : SelectionTest(host)
{
    [Fact]
    public async Task a_selection_is_liked_rated_and_tagged_and_the_answer_says_so_with_an_undo()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var ids = string.Join(',', posts.Take(2).Select(post => post.Id));
        var tagged = await ChangeAsync(("ids", $"{ids},{Guid.NewGuid()}"), ("addtag", "sea, night"), ("back", "/?unit=post"));
        Assert.Equal("Tagged 2 items with sea, night. 1 selected item isn't in this library.", tagged.Text);
        Assert.Equal(2, await CountAsync("tag=sea"));
        await ChangeAsync(("ids", ids), ("rating", "4"));
        await ChangeAsync(("ids", ids), ("like", ""));
        Assert.Equal((2, 2), (await CountAsync("rating=4"), await CountAsync("liked=true")));
        Assert.Equal("Nothing was changed: all 2 items already had this value.", (await ChangeAsync(("ids", ids), ("like", "true"))).Text);
        await ChangeAsync(("ids", ids), ("unlike", "true"));
        tagged = await ChangeAsync(("ids", ids), ("change", "removetag"), ("tags", "SEA"));
        Assert.Equal((0, 0, 2), (await CountAsync("liked=true"), await CountAsync("tag=sea"), await CountAsync("tag=night")));

        using (await SendAsync(tagged.Undo!)) { }
        Assert.Equal(2, await CountAsync("tag=sea"));
    }

    [Fact]
    public async Task trashing_a_family_card_trashes_all_of_its_posts()
    {
        var (still, other) = (Make.Still(1), Make.Still(2));
        await StoreAsync(still, Make.Clip(still), Make.Clip(still, 2), other);
        Assert.Equal("Rated 1 item 5 stars.", (await ChangeAsync(("covers", $"{still.Id}"), ("rating", "5"))).Text);
        Assert.Equal("Moved 3 items to the trash.", (await ChangeAsync(("covers", $"{still.Id}"), ("trash", ""))).Text);
        Assert.Equal([other.Id], await WalkAsync(Make.ParseQuery("")));
        // A second click finds nothing left to do.
        Assert.StartsWith("Nothing was changed", (await ChangeAsync(("covers", $"{still.Id}"), ("trash", ""))).Text,
            StringComparison.Ordinal);
        Assert.Equal("Hid 1 item.", (await ChangeAsync(("ids", $"{other.Id}"), ("change", "hide"))).Text);
        Assert.Equal("Restored 3 items.", (await ChangeAsync(("query", "search=is:trashed"), ("restore", ""))).Text);
        Assert.Equal([still.Id], await WalkAsync(Make.ParseQuery("")));
    }

    [Fact]
    public async Task all_results_are_changed_only_if_they_are_as_many_as_was_told()
    {
        await StoreAsync(Make.Still(0, "a heron"), Make.Still(1, "a heron"));
        var count = (await OpenAsync("/selection?search=heron")).QuerySelector("[name=told]")!.GetAttribute("value")!;
        Assert.Equal("2", count);
        await StoreAsync(Make.Still(2, "a heron"));
        using var refused = await PostAsync([new("whole", "true"), new("of", "search=heron"), new("told", count), new("change", "addtag"),
            new("tags", "bird"), new("back", "/?search=heron")]);
        Assert.Equal((HttpStatusCode.Conflict, 0), (refused.StatusCode, await CountAsync("tag=bird")));
        var page = await ReadAsync(refused);
        Assert.Equal("The search had 2 results when you selected all. Now it has 3.", page.QuerySelector("[role=alert]")!.TextContent);
        var form = page.QuerySelector("form:has([name=told])")!;
        Assert.Equal("Apply to all 3 results", form.QuerySelector("button")!.TextContent);
        var result = await ChangeAsync([.. form.QuerySelectorAll("input")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))]);
        Assert.Equal(("Tagged 3 items with bird.", 3), (result.Text, await CountAsync("tag=bird")));
        // As many as was told are changed without a question.
        Assert.Equal("Rated 3 items 2 stars.",
            (await ChangeAsync(("whole", "true"), ("of", "tag=bird"), ("told", "3"), ("rating", "2"))).Text);
    }

    [Fact]
    public async Task all_results_are_offered_only_where_the_address_is_understood()
    {
        var still = Make.Still(1, "a heron");
        await StoreAsync(still, Make.Clip(still));
        foreach (var asked in (string[])["colour=red", "rating=banana", "search=date:99", "in=nowhere"])
            Assert.Null((await OpenAsync($"/selection?{asked}")).QuerySelector("[name=whole]"));
        foreach (var asked in (string[])["", "search=heron&type=image", $"ids={still.Id}&unit=post"])
            Assert.NotNull((await OpenAsync($"/selection?{asked}")).QuerySelector("[name=whole]"));
        // A post that was picked by itself is not its family.
        Assert.Equal("ids",
            (await OpenAsync($"/selection?ids={still.Id}")).QuerySelector($"[type=checkbox][value='{still.Id}']")!.GetAttribute("name"));
        Assert.Equal("covers",
            (await OpenAsync($"/selection?covers={still.Id}")).QuerySelector($"[type=checkbox][value='{still.Id}']")!.GetAttribute("name"));
    }

    [Fact]
    public async Task all_results_of_a_query_are_changed_and_named_posts_are_not_overruled_by_it()
    {
        await StoreAsync([.. Enumerable.Range(0, 7).Select(i => Make.Still(i, i < 4 ? "a heron" : "a stork"))]);
        Assert.Equal("Tagged 4 items with bird.",
            (await ChangeAsync(("whole", "true"), ("of", "search=heron"), ("change", "addtag"), ("tags", "bird"))).Text);
        var stork = (await WalkAsync(Make.ParseQuery("search=stork")))[0];
        Assert.Equal("Rated 1 item 2 stars.", (await ChangeAsync(("ids", $"{stork}"), ("query", ""), ("rating", "2"))).Text);
    }

    [Theory]
    [InlineData("ids=x&like=", "Select at least one")]
    [InlineData("like=true", "Select at least one")]
    [InlineData("ids=ID", "Choose an action")]
    [InlineData("ids=ID&like=&rating=3", "one action at a time")]
    [InlineData("ids=ID&rating=6", "0 to 5 stars")]
    [InlineData("ids=ID&change=rating:x", "0 to 5 stars")]
    [InlineData("ids=ID&change=addtag&tags=%20", "Type a tag")]
    [InlineData("ids=ID&collect=Nowhere", "Collection not found")]
    [InlineData("ids=ID&change=explode", "Unknown action")]
    [InlineData("query=search%3D%22&like=", "doesn't understand")]
    [InlineData("query=colour%3Dred&like=", "doesn't understand")]
    public async Task empty_selections_and_changes_are_rejected_with_a_reason(string form, string reason)
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var answer = await SendAsync(new(HttpMethod.Post,
            "/selection")
        {
            Content = new StringContent(form.Replace("ID", $"{post.Id}", StringComparison.Ordinal), null,
                "application/x-www-form-urlencoded")
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ReadAsync(answer);
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await CountAsync("liked=true"), await CountAsync("rating=-none")));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task redirects_stay_on_the_site(string back)
    {
        var post = Make.Still();
        await StoreAsync(post);
        using var answer = await PostAsync([new("ids", $"{post.Id}"), new("like", ""), new("back", back)]);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task without_scripts_posts_are_ticked_across_pages_and_counted_where_they_are_out_of_sight()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(-i, $"fox {i}"))]);
        var first = await OpenAsync("/selection?unit=post&search=fox");
        Assert.Equal("60", first.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        var ticked = first.QuerySelectorAll("input[name=ids][type=checkbox]").Take(2).Select(box => box.GetAttribute("value")).ToList();
        var next = await OpenAsync(
            $"/selection?unit=post&search=fox&ids={ticked[0]}&ids={ticked[1]}&after={Uri.EscapeDataString(first.QuerySelector("button[name=after]")!.GetAttribute("value")!)}");
        Assert.Contains("2 selected, 2 not on this page", next.QuerySelector(".picks__bar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(string.Join(',', ticked), next.QuerySelector("input[type=hidden][name=ids]")!.GetAttribute("value"));
        var back = await OpenAsync($"/selection?unit=post&search=fox&ids={string.Join(',', ticked)}");
        Assert.Equal(ticked, back.QuerySelectorAll("input:checked[name=ids]").Select(box => box.GetAttribute("value")));
        Assert.NotNull((await OpenAsync("/?search=fox")).QuerySelector("a#select[href^='/selection?']"));
    }

    [Fact]
    public async Task trashed_items_are_no_longer_ticked_without_scripts()
    {
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i, "fox")).ToArray();
        await StoreAsync(posts);
        var address = $"/selection?search=fox&ids={posts[0].Id}";
        using var liked = await PostAsync([new("ids", $"{posts[0].Id}"), new("change", "like"), new("back", address)]);
        Assert.Equal(address, liked.Headers.Location!.ToString());
        using var trashed = await PostAsync([new("ids", $"{posts[0].Id}"), new("change", "trash"), new("back", address)]);
        Assert.Equal("/selection?search=fox", trashed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task a_download_list_is_of_the_selected_posts()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        using var answer = await PostAsync([new("ids", $"{posts[0].Id},{posts[2].Id}"), new("change", "download")]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("2 results", (await OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }
}
