using System.Net;
using System.Text;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class PromptPagesTests(SoviaHost host) : PromptTest(host)
{
    [Fact]
    public async Task every_prompt_is_on_some_page_and_the_next_one_is_a_plain_link()
    {
        await StoreAsync([.. Enumerable.Range(0, 120).Select(i => Make.Still(i, $"a heron number {i % 110}"))]);
        var page = await OpenAsync("/prompts");
        Assert.Equal("110", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(page.QuerySelectorAll("[data-prompt-key]").Select(item => item.GetAttribute("data-prompt-key")!));
            if (page.QuerySelector("a[rel=next]") is not { } next) break;
            var fragment = await OpenAsync(next.GetAttribute("href")!, "HX-Request: true");
            Assert.Null(fragment.QuerySelector("form"));
            page = await OpenAsync(next.GetAttribute("href")!);
            Assert.Equal(page.QuerySelectorAll("[data-prompt-key]").Length, fragment.QuerySelectorAll("[data-prompt-key]").Length);
        }
        Assert.Equal((110, 110), (seen.Count, seen.Distinct().Count()));
        // Used twice come first.
        Assert.Equal(["2", "1"], (await OpenAsync("/prompts")).QuerySelectorAll("[data-uses]")
            .Select(item => item.GetAttribute("data-uses")!).Distinct());
        Assert.Contains("isn't a position", (await OpenAsync("/prompts?after=nonsense")).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task prompts_are_found_in_the_search_language()
    {
        var still = Make.Still(0, "A lighthouse at night");
        await StoreAsync(still, Make.Clip(still, 1, "The lighthouses glow at dusk"),
            Make.Still(2, "herons, close-up") with { Model = "imagine_x_1" }, Make.Still(3, "night heron in a lighthouse"));
        foreach (var (search, found) in new[]
        {
            ("lighthouse", 3), ("=lighthouse", 2), ("lighthouse -night", 1), ("\"at night\"", 1), ("light*", 3), ("heron or dusk", 3),
            ("model:imagine_x_1", 1), ("mode:custom", 1), ("close-up", 1), ("quail", 0), ("-model:imagine_h_1", 2),
        })
        {
            Assert.Equal(found, (await ListAsync($"search={Uri.EscapeDataString(search)}")).Count);
            var page = await OpenAsync($"/prompts?search={Uri.EscapeDataString(search)}");
            Assert.Equal(found, page.QuerySelectorAll("[data-prompt-key]").Length);
            Assert.Equal($"{found}", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        }
        Assert.NotNull((await OpenAsync("/prompts?search=dusk")).QuerySelector(".prompt__text mark"));
    }

    [Fact]
    public async Task hostile_words_are_stored_and_shown_as_text()
    {
        string[] texts = ["<script>alert(1)</script> & \"quotes\" ${x}", "\u202Ertl\u202C %_\\ '", new('w', 9_000), "line one\nline two",
            "🐉"];
        await StoreAsync([.. texts.Select((text, i) => Make.Still(i, text))]);
        var page = await OpenAsync("/prompts");
        Assert.Equal(texts.Length, page.QuerySelectorAll("[data-prompt-key]").Length);
        Assert.Empty(page.QuerySelectorAll(".prompts script"));
        foreach (var text in texts)
        {
            var promptPage = await OpenAsync(PageOf(text));
            Assert.Equal(text, promptPage.QuerySelector(".prompts__whole")!.TextContent);
            Assert.Single(CardsOf(promptPage));
            // What leads on from it is an address that holds.
            foreach (var link in promptPage.QuerySelectorAll(".prompts__acts a, .prompts__facts a"))
            {
                using var followed = await GetAsync(link.GetAttribute("href")!);
                Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
            }
        }
        foreach (var search in (string[])["%", "_", "\\", "'", "\"", "\0", "100%", new('x', 5_000), "((((", "-"])
            using (var found = await GetAsync($"/prompts?search={Uri.EscapeDataString(search)}"))
                Assert.True(found.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, search);
        foreach (var odd in (string[])["/prompts/0", "/prompts/xyz", "/prompts/0000000000000000", "/prompts/%27",
            "/prompts/00000000000000000000"])
            using (var none = await GetAsync(odd)) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task a_prompt_shows_its_results_its_likes_and_its_variants_with_the_words_that_differ()
    {
        const string Words = "a quiet harbour at dawn with old wooden boats and gulls over grey water";
        var posts = Enumerable.Range(0, 60).Select(i => Make.Still(i, Words)).ToArray();
        await StoreAsync(posts);
        await StoreAsync(Make.Still(100, Words.Replace("dawn", "dusk", StringComparison.Ordinal)), Make.Still(101, $"{Words}, film grain"),
            Make.Still(102, "stars over the desert and a fox that sleeps under a tree of glass"));
        await LikeAsync(posts[3].Id);
        await ChangeAsync(new() { Rating = 4 }, posts[7].Id);
        var page = await OpenAsync(PageOf(Words));
        Assert.Equal("60", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        Assert.Equal(50, CardsOf(page).Count);
        var older = await OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(posts.Select(post => post.Id).Order(), CardsOf(page).Concat(CardsOf(older)).Order());
        Assert.Contains($"{posts[7].Id}", page.QuerySelector("dd a[href*='/posts/']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal([posts[3].Id], CardsOf(await OpenAsync(page.QuerySelector("dd a[href*='liked=true']")!.GetAttribute("href")!)));
        var variants = page.QuerySelectorAll("[data-variant]");
        Assert.Equal(["1", "2"], variants.Select(variant => variant.GetAttribute("data-steps")));
        Assert.Equal(("dawn", "dusk"), (variants[0].QuerySelector("del")!.TextContent, variants[0].QuerySelector("ins")!.TextContent));
        Assert.Contains("film grain", variants[1].QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        var entry = (await ListAsync("sort=likes"))[0];
        Assert.Equal((60, 1, 4, posts[7].Id), (entry.Uses, entry.Likes, entry.BestRating, entry.Covers[0]));
    }

    [Fact]
    public async Task a_page_is_kept_until_anything_changes_and_shows_it_at_once()
    {
        var post = Make.Still(prompt: "a heron");
        await StoreAsync(post);
        await using var client = new Disposing(Host.Site.Server.CreateClient());
        foreach (var address in (string[])["/prompts", "/prompts?sort=likes", PageOf("a heron")])
        {
            using var first = await GetAsync(address);
            using var again = await GetAsync(address, $"If-None-Match: {first.Headers.ETag}");
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Null(await UncachedResponse.CompareAsync(client.Client, address));
        }
        await LikeAsync(post.Id);
        Assert.Equal("1", (await OpenAsync("/prompts")).QuerySelector("[data-likes]")!.GetAttribute("data-likes"));
        await StoreAsync(Make.Still(1, "a HERON"));
        Assert.Equal("2", (await OpenAsync("/prompts")).QuerySelector("[data-uses]")!.GetAttribute("data-uses"));
        Assert.Equal(2, CardsOf(await OpenAsync(PageOf("a heron"))).Count);
    }

    [Fact]
    public async Task a_list_and_a_choice_of_it_are_exported()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(i, $"a heron {i}")), Make.Still(90, "=cmd|' /C calc'!A0")]);
        using var csv = await GetAsync("/prompts/export?format=csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var text = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFF" + PromptCsv.Header, text, StringComparison.Ordinal);
        Assert.Equal(62, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=cmd", text, StringComparison.Ordinal);
        using var some = await GetAsync("/prompts/export?format=txt&search=%22heron%2017%22");
        Assert.Equal("a heron 17\n", await some.Content.ReadAsStringAsync());
        using var picked = await SendAsync("/prompts/export", ("format", "txt"), ("keys", PageOf("a heron 3")[9..]), ("keys", "nonsense"),
            ("keys", PageOf("a heron 5")[9..]));
        Assert.Equal("a heron 3\n\na heron 5\n", await picked.Content.ReadAsStringAsync());
        using var none = await SendAsync("/prompts/export", ("format", "csv"));
        using var odd = await GetAsync("/prompts/export?format=exe");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (none.StatusCode, odd.StatusCode));
    }

    private sealed record Disposing(HttpClient Client) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
