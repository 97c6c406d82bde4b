using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Npgsql;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The search box asks while somebody types.</summary>
public sealed class TypingTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task an_unfinished_word_matches_prefixes_and_a_finished_word_only_itself()
    {
        await StoreAsync(Make.Still(1, "A red harbour"), Make.Still(2, "two harbours"), Make.Still(3, "a hat"), Make.Still(4, "a piñata"));
        foreach (var (typed, count, address) in new[]
            { ("h", 3, "/?search=h"), ("harb", 2, "/?search=harb"), ("red harb", 1, "/?search=red%20harb"), ("PINA", 1, "/?search=pina"),
                ("harbours", 2, "/?search=harbours") })
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
            Assert.Contains("No results", exact.Body!.TextContent, StringComparison.Ordinal);
        }
        Assert.Empty(CardsOf(await OpenAsync("/?search=harb%20", "HX-Request: true", "HX-Trigger-Name: search")));
    }

    [Fact]
    public async Task results_and_url_stay_while_the_typed_letters_find_nothing()
    {
        await StoreAsync(Make.Still(prompt: "A red fox"));
        var answer = await GetAsync("/?search=foxx", "HX-Request: true", "HX-Trigger-Name: search");
        Assert.Equal("none", Assert.Single(answer.Headers.GetValues("HX-Reswap")));
        Assert.False(answer.Headers.Contains("HX-Replace-Url"));
        var left = await GetAsync("/?search=foxx", "HX-Request: true", "HX-Trigger-Name: searched");
        Assert.False(left.Headers.Contains("HX-Reswap"));
        Assert.Equal("/?search=foxx", Assert.Single(left.Headers.GetValues("HX-Replace-Url")));
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
    public async Task an_address_can_say_that_the_last_word_is_open_and_the_box_says_what_was_typed()
    {
        await StoreAsync([.. Enumerable.Range(0, 60).Select(i => Make.Still(i, $"a harbour {i}"))]);
        const string Open = "/?type=image&search=harb&open=1";
        var typing = await OpenAsync("/?type=image&search=HARB", "HX-Request: true", "HX-Trigger-Name: search");
        Assert.Equal(Open, typing.QuerySelector("#typing")!.GetAttribute("href"));
        var page = await OpenAsync(Open);
        Assert.Equal("60", page.QuerySelector("[data-count]")!.TextContent);
        Assert.StartsWith(Open, page.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("/?search=harb&open=1", page.QuerySelectorAll(".chips a").Select(link => link.GetAttribute("href")));
        var post = await OpenAsync(page.QuerySelector("article a")!.GetAttribute("href")!);
        Assert.StartsWith(Open, post.QuerySelector(".stage__go--back")!.GetAttribute("href"), StringComparison.Ordinal);
        var facets = await OpenAsync("/facets?search=harb&open=1");
        Assert.Equal(Open, facets.QuerySelector("[data-facet=type][data-value=image] .facet__name")!.GetAttribute("href"));
        Assert.All([page, post, facets], one => Assert.Equal("harb",
            one.QuerySelector<IHtmlInputElement>("#filters [name=search]")!.Value));
    }

    [Fact]
    public async Task more_than_a_thousand_matches_of_a_beginning_are_not_counted()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_010).Select(i => Make.Still(i, "harbour"))]);
        var typing = (await OpenAsync("/?search=harb", "HX-Request: true", "HX-Trigger-Name: search")).QuerySelector("[data-count]")!;
        Assert.Equal(("1000", "1,000+"), (typing.GetAttribute("data-count"), typing.TextContent));
        Assert.Equal("1,010", (await OpenAsync("/?search=harbour")).QuerySelector("[data-count]")!.TextContent);
    }

    [Fact]
    public async Task results_that_take_too_long_have_their_address_and_are_counted_no_further()
    {
        await StoreAsync([.. Enumerable.Range(0, 1_010).Select(i => Make.Still(i, "harbour"))]);
        Assert.Equal("1,000+",
            (await OpenAsync("/facets?handler=count&upto=1000&search=(harb%20or%20harb*)")).QuerySelector("[data-count]")!.TextContent);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var blocker = await source.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table sovia.family_index in access exclusive mode", blocker, transaction);
        await hold.ExecuteNonQueryAsync();
        var answer = await GetAsync("/?search=harb", "HX-Request: true", "HX-Trigger-Name: search");
        await transaction.RollbackAsync();
        var results = await ReadAsync(answer);
        Assert.Contains("took too long", results.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1,000+", results.QuerySelector("[data-count]")!.TextContent);
        Assert.Equal("/?search=harb", Assert.Single(answer.Headers.GetValues("HX-Replace-Url")));
    }
}
