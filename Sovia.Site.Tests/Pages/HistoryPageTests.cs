using System.Net;
using AngleSharp.Dom;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class HistoryPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task every_change_is_listed_in_words_newest_first_with_its_undo()
    {
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        await ChangeAsync(new() { AddTags = ["<b>sea</b>"] }, posts[0].Id, posts[1].Id);
        await ChangeAsync(new() { Rating = 3 }, posts[0].Id);
        var page = await OpenAsync("/history");
        var lines = page.QuerySelectorAll("li[data-batch-id]").ToList();
        Assert.Equal(["Rated 1 item 3 stars", "Tagged 2 items with <b>sea</b>"],
            lines.Select(line => line.QuerySelector("a")!.TextContent));
        Assert.Equal(["1", "2"], lines.Select(line => line.GetAttribute("data-count")));
        Assert.Equal("/history", await UndoAsync(lines[1]));
        Assert.Equal((0, 1), (await CountAsync("tag=-none"), await CountAsync("rating=3")));
        lines = [.. (await OpenAsync("/history")).QuerySelectorAll("li[data-batch-id]")];
        Assert.StartsWith("Undid: Tagged 2 items", lines[0].QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        // What was undone says so and cannot be undone twice; its undo can.
        Assert.Null(lines[2].QuerySelector("form"));
        Assert.Contains("Undone", lines[2].TextContent, StringComparison.Ordinal);
        await UndoAsync(lines[0]);
        Assert.Equal(2, await CountAsync("tag=-none"));
    }

    [Fact]
    public async Task an_undo_lists_what_was_changed_since_and_leaves_it()
    {
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var rated = (await ChangeAsync(new() { Rating = 3 }, posts[0].Id, posts[1].Id)).Batch!;
        await ChangeAsync(new() { Rating = 5 }, posts[1].Id);
        using var answer = await PostAsync($"/history/{rated.Id}/undo");
        var page = await OpenAsync(answer.Headers.Location!.ToString());
        Assert.Equal("finished", page.QuerySelector("[data-job-state]")!.GetAttribute("data-job-state"));
        Assert.Equal([$"/posts/{posts[1].Id}"], page.QuerySelectorAll(".batch__left a").Select(link => link.GetAttribute("href")));
        Assert.Contains("rating", page.QuerySelector(".batch__left")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, (await WithAsync((ReadAnnotations read) => read.ReadAsync([posts[1].Id], default)))[posts[1].Id].Rating);

        // By choice they are set back too.
        var force = page.QuerySelector("form:has([name=force])")!;
        using (await PostAsync(force.GetAttribute("action")!, KeyValuePair.Create("force", "true"))) { }
        Assert.Equal(2, await CountAsync("rating=none"));

        await ChangeAsync(new() { Rating = 1 }, posts[0].Id, posts[1].Id);
        using var all = await PostAsync($"/history/{rated.Id}/undo");
        Assert.Contains("Nothing was undone", (await ReadAsync(all)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task by_choice_only_the_listed_fields_are_undone_too()
    {
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var rated = (await ChangeAsync(new() { Rating = 3 }, posts[0].Id, posts[1].Id)).Batch!;
        await ChangeAsync(new() { Rating = 5 }, posts[1].Id);
        using var answer = await PostAsync($"/history/{rated.Id}/undo");
        var page = await OpenAsync(answer.Headers.Location!.ToString());
        // The list does not have this one, because it was undone.
        await ChangeAsync(new() { Rating = 4 }, posts[0].Id);
        var force = page.QuerySelector("form:has([name=force])")!;
        using (await PostAsync(force.GetAttribute("action")!, [.. force.QuerySelectorAll("input")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))])) { }
        var now = await WithAsync((ReadAnnotations read) => read.ReadAsync(posts.Select(post => post.Id), default));
        Assert.Equal((4, (int?)null), (now[posts[0].Id].Rating, now[posts[1].Id].Rating));
    }

    [Fact]
    public async Task an_undo_that_a_lock_kept_from_a_collection_says_which_and_offers_no_force()
    {
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var made = (await WithAsync((EditCollections edit) =>
            edit.CreateAsync(new() { Id = default, Name = "Best", CreatedAt = default, UpdatedAt = default }, default))).Collection!;
        var batch = (await ChangeAsync(new() { Collect = [new(made.Id, "Best")] }, posts[0].Id)).Batch!;
        await WithAsync((EditCollections edit) => edit.ChangeAsync(made.Id, one => one with { Locked = true }, default));
        using var answer = await PostAsync($"/history/{batch.Id}/undo");
        var page = await ReadAsync(answer);
        Assert.Equal("Nothing was undone. Best is locked, so 1 item was left as it is.",
            page.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.Equal("Unchanged, because Best is locked", page.QuerySelector("h2")!.TextContent);
        Assert.Null(page.QuerySelector("form:has([name=force])"));
    }

    [Fact]
    public async Task after_a_redo_the_last_change_is_the_redone_one_and_then_those_before()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await ChangeAsync(new() { AddTags = ["sea"] }, post.Id);
        await ChangeAsync(new() { Rating = 3 }, post.Id);
        using (await PostAsync("/history/undo")) { }
        await UndoAsync((await OpenAsync("/history")).QuerySelector("li[data-batch-id]")!);
        Assert.Equal((1, 1), (await CountAsync("tag=sea"), await CountAsync("rating=3")));
        foreach (var (tags, rated) in new[] { (1, 0), (0, 0), (0, 0) })
        {
            using var answer = await PostAsync("/history/undo");
            Assert.Equal((tags, rated), (await CountAsync("tag=sea"), await CountAsync("rating=3")));
        }
    }

    [Fact]
    public async Task the_history_is_filtered_by_kind_and_text_and_paged_by_keyset()
    {
        var post = Make.Still();
        await StoreAsync(post);
        for (var i = 0; i < 27; i++)
        {
            await ChangeAsync(new() { AddTags = [$"wave {i}"] }, post.Id);
            await ChangeAsync(new() { Rating = 1 + (i % 5) }, post.Id);
        }
        await ChangeAsync(new() { Liked = true }, post.Id);
        await ChangeAsync(new() { Trashed = true }, post.Id);
        await ChangeAsync(new() { Note = "rated 3 in mind" }, post.Id);
        var first = await OpenAsync("/history");
        Assert.Equal(50, Lines(first).Count);
        var second = await OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal((7, (string?)null), (Lines(second).Count, second.QuerySelector("a[rel=next]")?.GetAttribute("href")));
        Assert.Empty(Lines(first).Intersect(Lines(second)));
        foreach (var (filter, count) in new[] { ("show=tags", 27), ("show=ratings", 27), ("show=likes", 1), ("show=trash", 1),
            ("show=notes", 1), ("show=hidden", 0), ("show=undone", 0), ("show=open", 0), ("find=WAVE 26", 1), ("find=%25", 0),
            ("show=tags&find=wave 1", 11), ("show=nonsense&before=x", 50) })
            Assert.Equal((filter, count), (filter, Lines(await OpenAsync($"/history?{filter}")).Count));
    }

    [Fact]
    public async Task the_last_change_is_undone_step_by_step_and_never_an_undo()
    {
        var post = Make.Still();
        await StoreAsync(post);
        await ChangeAsync(new() { AddTags = ["sea"] }, post.Id);
        await ChangeAsync(new() { Rating = 3 }, post.Id);
        foreach (var (tags, rated) in new[] { (1, 0), (0, 0), (0, 0) })
        {
            using var answer = await PostAsync("/history/undo", KeyValuePair.Create("back", "/?search=fox"));
            Assert.Equal((HttpStatusCode.SeeOther, "/?search=fox"), (answer.StatusCode, answer.Headers.Location!.ToString()));
            Assert.Equal((tags, rated), (await CountAsync("tag=sea"), await CountAsync("rating=3")));
        }
    }

    [Fact]
    public async Task a_large_change_has_a_page_with_its_progress_and_ways_to_stop_and_undo_it()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_203).Select(i => Make.Still(i))]);
        using var answer = await PostAsync("/selection", KeyValuePair.Create("query", "unit=post"), KeyValuePair.Create("addtag", "many"));
        var address = answer.Headers.Location!.ToString();
        Assert.StartsWith("/history/", address, StringComparison.Ordinal);
        var page = await OpenAsync(address);
        Assert.Equal("1203", page.QuerySelector("[data-job-state]")!.GetAttribute("data-total"));
        await Eventually.TrueAsync(async () => (page = await OpenAsync(address)).QuerySelector("[data-job-state=finished]") is not null,
            "the change is done");
        Assert.Equal(("Tagged 1,203 items with many", 1_203),
            (page.QuerySelector("h1")!.TextContent, await CountAsync("tag=many&unit=post")));
        Assert.Null(page.QuerySelector("form[action$='/cancel']"));

        using var undo = await PostAsync(page.QuerySelector("form[action$='/undo']")!.GetAttribute("action")!);
        await PostAsync($"{undo.Headers.Location}/cancel");
        await Eventually.TrueAsync(async () =>
            (await OpenAsync(undo.Headers.Location!.ToString()))
            .QuerySelector("[data-job-state=cancelled], [data-job-state=finished]") is not null, "the undo has ended");
        using var again = await PostAsync($"{address}/undo");
        await Eventually.TrueAsync(async () => await CountAsync("tag=many&unit=post") == 0, "the rest is undone");
    }

    [Theory]
    [InlineData("POST", "/history/00000000-0000-0000-0000-00000000abcd/undo")]
    [InlineData("POST", "/history/00000000-0000-0000-0000-00000000abcd/cancel")]
    [InlineData("POST", "/history/00000000-0000-0000-0000-00000000abcd")]
    [InlineData("GET", "/history/00000000-0000-0000-0000-00000000abcd")]
    [InlineData("GET", "/history/nonsense")]
    public async Task a_batch_that_is_not_there_is_a_404(string method, string address)
    {
        using var answer = await SendAsync(new(new HttpMethod(method), address));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static List<string> Lines(IParentNode page) =>
        [.. page.QuerySelectorAll("li[data-batch-id]").Select(line => line.GetAttribute("data-batch-id")!)];

    private async Task<string> UndoAsync(IElement line)
    {
        var form = line.QuerySelector("form[action$='/undo']")!;
        using var answer = await PostAsync(form.GetAttribute("action")!,
            KeyValuePair.Create("back", form.QuerySelector("[name=back]")!.GetAttribute("value")!));
        return answer.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> PostAsync(string address, params KeyValuePair<string, string>[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });
}
