using System.Net;
using Sovia.Library;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class IdeaTests(SoviaHost host) : PromptTest(host)
{
    [Fact]
    public async Task an_idea_is_written_down_changed_and_deleted_by_plain_forms()
    {
        using var saved = await SendAsync("/prompts", ("text", "  A Fox of Glass \n"), ("tags", "to try, Sea,to  TRY,"));
        Assert.Equal((HttpStatusCode.SeeOther, PageOf("a fox of glass")), (saved.StatusCode, saved.Headers.Location!.ToString()));
        var idea = Assert.Single(await ListAsync("show=ideas"));
        Assert.Equal(("A Fox of Glass", 0, "to try,Sea"), (idea.Text, idea.Uses, string.Join(',', idea.Tags)));
        var page = await OpenAsync(PageOf("a fox of glass"));
        Assert.Equal("A Fox of Glass", page.QuerySelector("textarea[name=text]")!.TextContent);

        using var changed = await SendAsync(PageOf("a fox of glass"), ("text", "A fox of ice"), ("tags", "winter"));
        Assert.Equal(PageOf("a fox of ice"), changed.Headers.Location!.ToString());
        Assert.Equal(["A fox of ice"], await TextsAsync());
        Assert.Equal(["A fox of ice"], await TextsAsync("tag=WINTER"));
        Assert.Empty(await TextsAsync("tag=sea"));
        using (var gone = await GetAsync(PageOf("a fox of glass"))) Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var deleted = await SendAsync($"{PageOf("a fox of ice")}?handler=delete");
        Assert.Equal("/prompts", deleted.Headers.Location!.ToString());
        Assert.Empty(await TextsAsync());
        using var again = await SendAsync($"{PageOf("a fox of ice")}?handler=delete");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task an_idea_has_its_results_when_they_arrive_and_survives_them()
    {
        Assert.NotNull((await AddAsync("A fox of glass", "sea")).Idea);
        Assert.Single(await ListAsync("show=untried"));
        var post = Make.Still(prompt: "a FOX of glass");
        await StoreAsync(post);
        Assert.Empty(await ListAsync("show=untried"));
        var entry = Assert.Single(await ListAsync("show=ideas"));
        Assert.Equal((1, "sea"), (entry.Uses, Assert.Single(entry.Tags)));
        Assert.Equal([post.Id], CardsOf(await OpenAsync(PageOf("a fox of glass"))));
        await ChangeAsync(new() { Trashed = true }, post.Id);
        Assert.Equal(0, Assert.Single(await ListAsync("show=untried")).Uses);
        await ChangeAsync(new() { Trashed = false }, post.Id);
        // A prompt that was used stays when the idea goes.
        using var deleted = await SendAsync($"{PageOf("a fox of glass")}?handler=delete");
        Assert.Equal(PageOf("a fox of glass"), deleted.Headers.Location!.ToString());
        Assert.Null(Assert.Single(await ListAsync()).IdeaAt);
    }

    [Fact]
    public async Task the_same_idea_twice_or_at_once_is_one()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => AddAsync(i % 2 == 0 ? "A fox" : " a FOX ", $"tag {i % 3}")));
        Assert.All(results, result => Assert.NotNull(result.Idea));
        var idea = Assert.Single(await ListAsync());
        Assert.Equal(["tag 0", "tag 1", "tag 2"], idea.Tags.Order());
        Assert.NotNull((await AddAsync("A wolf", "tag 9")).Idea);
        // Changed into what is there already, the two become one with the tags of both.
        var merged = await WithAsync((EditIdeas edit) => edit.ChangeAsync(PromptKey.ComputeFromClean("a wolf"), "a fox", "tag 9", default));
        Assert.Equal(4, merged.Idea!.Tags.Count);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task invalid_ideas_are_rejected_with_the_form_and_not_saved()
    {
        foreach (var (text, tags, field) in new[]
        {
            ("", "", "text"), ("   ", "", "text"), ("https://assets.grok.com/users/1/2/content", "", "text"),
            (new string('x', 20_001), "", "text"),
            ("a fox", new string('t', 101), "tags"), ("a fox", string.Join(',', Enumerable.Range(0, 51)), "tags"),
        })
        {
            using var refused = await SendAsync("/prompts", ("text", text), ("tags", tags));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await ReadAsync(refused);
            var control = page.QuerySelector($"[name={field}]")!;
            Assert.NotNull(page.GetElementById(control.GetAttribute("aria-describedby")!));
            Assert.Equal(text.Trim(), page.QuerySelector("textarea[name=text]")!.TextContent.Trim());
        }
        using (var none = await SendAsync("/prompts/xyz", ("text", "a"), ("tags", "")))
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Empty(await ListAsync());
        // Odd characters are kept as far as they can be.
        Assert.NotNull((await AddAsync("half \uD83D and \0 and <b>", "\u0007bell, 🐉")).Idea);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/prompts")).StatusCode);
        Assert.Single(await ListAsync("tag=🐉"));
    }

    [Fact]
    public async Task a_page_that_is_kept_shows_a_new_idea_at_once()
    {
        Assert.Empty((await OpenAsync("/prompts")).QuerySelectorAll("[data-prompt-key]"));
        Assert.NotNull((await AddAsync("a fox", "")).Idea);
        Assert.Single((await OpenAsync("/prompts")).QuerySelectorAll("[data-idea]"));
        using var answer = await SendAsync(PageOf("a fox"), ("text", "a fox"), ("tags", "new"));
        Assert.Equal("new", (await OpenAsync("/prompts")).QuerySelector(".prompt__tag")!.TextContent);
    }

    private Task<IdeaResult> AddAsync(string text, string tags) => WithAsync((EditIdeas edit) => edit.AddAsync(text, tags, default));
}
