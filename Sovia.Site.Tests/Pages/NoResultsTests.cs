using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Searches without results, and searches with faults.</summary>
public sealed class NoResultsTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_search_without_results_says_which_part_has_none_and_links_to_the_others()
    {
        await StoreAsync(Make.Still(1) with { Prompt = "a dune at noon" }, Make.Still(2) with { Prompt = "a dune at night" });
        var page = await OpenAsync("/?search=dune+zzzzqq&type=image");
        Assert.Contains("No results for zzzzqq", page.QuerySelector(".nothing p")!.TextContent, StringComparison.Ordinal);
        var parts = page.QuerySelectorAll(".nothing__parts li");
        Assert.Equal(["2", "0", "2"], parts.Select(part => part.GetAttribute("data-part-count")));
        Assert.Equal("/?type=image&search=dune", parts[1].QuerySelector("a[aria-label^=Remove]")!.GetAttribute("href"));
        Assert.Equal(2, CardsOf(await OpenAsync(parts[1].QuerySelector("a[aria-label^=Remove]")!.GetAttribute("href")!)).Count);
    }

    [Fact]
    public async Task a_part_with_a_date_is_counted_and_linked_in_the_time_zone_of_the_query()
    {
        await StoreAsync(Make.Still(1) with { Prompt = "dune", CreatedAt = new(2025, 10, 1, 11, 0, 0, TimeSpan.Zero) });
        var part = (await OpenAsync("/?search=date:2025-10-02+zzzzqq&tz=Pacific/Kiritimati")).QuerySelector(".nothing__parts li")!;
        Assert.Equal("1", part.GetAttribute("data-part-count"));
        Assert.Single(CardsOf(await OpenAsync(part.QuerySelector("a")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task parts_that_only_fail_together_are_said_to()
    {
        await StoreAsync(Make.Still(1) with { Prompt = "dune" }, Make.Still(2) with { Prompt = "harbour" });
        var page = await OpenAsync("/?search=dune+harbour");
        Assert.Contains("not all of them together", page.QuerySelector(".nothing p")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await OpenAsync("/?search=zzzzqq")).QuerySelectorAll(".nothing__parts"));
    }

    [Fact]
    public async Task a_search_in_an_empty_library_shows_that_it_is_empty()
    {
        Assert.Equal("Your library is empty", (await OpenAsync("/?search=dragon")).QuerySelector("h1")!.TextContent);
        await StoreAsync(Make.Still());
        Assert.Equal("No results", (await OpenAsync("/?search=zzzzqq")).QuerySelector(".nothing h2")!.TextContent);
    }

    [Fact]
    public async Task a_search_with_faults_can_be_taken_as_plain_text()
    {
        await StoreAsync(Make.Still(1) with { Prompt = "foo bar (night" });
        var page = await OpenAsync("/?search=foo:bar+(night");
        var plain = page.QuerySelector(".notes__ways a")!;
        Assert.Equal("Search as plain text", plain.TextContent);
        var found = await OpenAsync(plain.GetAttribute("href")!);
        Assert.Null(found.QuerySelector(".notes"));
        Assert.Single(CardsOf(found));
    }

    [Fact]
    public async Task words_of_prompts_are_suggested_before_filters()
    {
        await StoreAsync(Make.Still(1) with { Prompt = "a dune and a dragon" }, Make.Still(2) with { Prompt = "two dragons, one dragon" });
        var list = (await OpenAsync("/facets?handler=complete&search=d&caret=1")).QuerySelectorAll("[role=option]")
            .Select(option => option.GetAttribute("data-text")).ToList();
        Assert.Contains("date:", list);
        list = [.. (await OpenAsync("/facets?handler=complete&search=du&caret=2")).QuerySelectorAll("[role=option]")
            .Select(option => option.GetAttribute("data-text"))];
        Assert.Equal(["dune", "duration:"], list);
    }
}
