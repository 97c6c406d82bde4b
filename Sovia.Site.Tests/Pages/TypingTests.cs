using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The search box asks while somebody types.</summary>
public sealed class TypingTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task while_a_word_is_typed_whatever_begins_so_is_found_and_only_that_word_once_it_is_done()
    {
        await StoreAsync(Make.Still(1, "A red harbour"), Make.Still(2, "two harbours"), Make.Still(3, "a hat"), Make.Still(4, "a piñata"));
        foreach (var (typed, count, address) in new[] { ("h", 3, "/?search=h"), ("harb", 2, "/?search=harb"), ("red harb", 1, "/?search=red%20harb"), ("PINA", 1, "/?search=pina"), ("harbours", 2, "/?search=harbours") })
        {
            var answer = await GetAsync($"/?search={Uri.EscapeDataString(typed)}", "HX-Request: true", "HX-Trigger-Name: search");
            Assert.Equal(address, Assert.Single(answer.Headers.GetValues("HX-Replace-Url")));
            Assert.False(answer.Headers.Contains("HX-Reswap"));
            var results = await ReadAsync(answer);
            Assert.Equal($"{count}", results.QuerySelector("[data-count]")!.GetAttribute("data-count"));
            Assert.Equal(count, CardsOf(results).Count);
        }
        foreach (var headers in new[] { ["HX-Request: true", "HX-Trigger-Name: searched"], new[] { "HX-Request: true" }, [] })
        {
            var exact = await ReadAsync(await GetAsync("/?search=harb", headers));
            Assert.Equal("0", exact.QuerySelector("[data-count]")!.GetAttribute("data-count"));
            Assert.Contains("Nothing matches", exact.Body!.TextContent, StringComparison.Ordinal);
        }
        Assert.Empty(CardsOf(await OpenAsync("/?search=harb%20", "HX-Request: true", "HX-Trigger-Name: search")));
    }

    [Fact]
    public async Task where_a_few_letters_find_nothing_yet_the_results_before_them_stay()
    {
        await StoreAsync(Make.Still(prompt: "A red fox"));
        var answer = await GetAsync("/?search=foxx", "HX-Request: true", "HX-Trigger-Name: search");
        Assert.Equal("none", Assert.Single(answer.Headers.GetValues("HX-Reswap")));
        Assert.Equal("/?search=foxx", Assert.Single(answer.Headers.GetValues("HX-Replace-Url")));
        Assert.False((await GetAsync("/?search=foxx", "HX-Request: true", "HX-Trigger-Name: searched")).Headers.Contains("HX-Reswap"));
    }

    [Fact]
    public async Task results_of_a_beginning_go_on_as_they_began()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(i, $"harbour {i}"))]);
        var page = await OpenAsync("/?search=harb", "HX-Request: true", "HX-Trigger-Name: search");
        var next = await OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!, "HX-Request: true");
        Assert.Equal(60, CardsOf(page).Concat(CardsOf(next)).Distinct().Count());
        var post = await OpenAsync(page.QuerySelector("article a")!.GetAttribute("href")!);
        Assert.NotNull(post.QuerySelector("a[rel=next], a[rel=prev]"));
        Assert.Equal(60, CardsOf(await OpenAsync(page.QuerySelector("#typing")!.GetAttribute("href")!)).Count + CardsOf(next).Count);
        Assert.Null((await OpenAsync("/?search=harbour", "HX-Request: true")).QuerySelector("#typing"));
    }

    [Fact]
    public async Task more_than_a_thousand_matches_of_a_beginning_are_not_counted()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_010).Select(i => Make.Still(i, "harbour"))]);
        var typing = (await OpenAsync("/?search=harb", "HX-Request: true", "HX-Trigger-Name: search")).QuerySelector("[data-count]")!;
        Assert.Equal(("1000", "1,000+"), (typing.GetAttribute("data-count"), typing.TextContent));
        Assert.Equal("1,010", (await OpenAsync("/?search=harbour")).QuerySelector("[data-count]")!.TextContent);
    }
}
