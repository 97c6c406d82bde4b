using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The page of statistics.</summary>
public sealed class StatsPageTests(SoviaHost host) : StatsPageTest(host)
{
    private static readonly string[] All = ["type", "liked", "rating", "tag", "collection", "model", "mode", "month", "day", "weekday",
        "hour", "videos", "items", "prompt", "bytes", "host", "size", "duration", "import", "prompts"];

    [Fact]
    public async Task each_field_that_groups_has_a_section_with_chart_and_table()
    {
        await FillAsync();
        var page = await OpenAsync("/stats");
        Assert.Equal(All.Order(), page.QuerySelectorAll("section.stat").Select(section => section.Id!).Where(id => id != "likes")
            .Select(id => id["by-".Length..]).Order());
        Assert.NotNull(page.QuerySelector("#likes"));
        foreach (var section in page.QuerySelectorAll("section.stat"))
        {
            Assert.NotEqual("", section.QuerySelector("table > caption")!.TextContent.Trim());
            Assert.NotEmpty(section.QuerySelectorAll("tbody tr"));
            var chart = section.QuerySelector("svg")!;
            Assert.Equal(["title", "desc"], chart.GetAttribute("aria-labelledby")!.Split(' ')
                .Select(id => page.GetElementById(id)!.LocalName));
            Assert.All(chart.QuerySelectorAll("a"), bar => Assert.NotEqual("", bar.GetAttribute("aria-label")));
            // Beside each row stand the ways to narrow by it, and they are statistics too.
            Assert.All(section.QuerySelectorAll("tbody tr"), row => Assert.Equal(2, row.QuerySelectorAll("a[href^='/stats?']").Length));
        }
    }

    [Fact]
    public async Task include_and_exclude_links_narrow_the_statistics()
    {
        await FillAsync();
        var row = (await OpenAsync("/stats?by=mode&unit=post")).QuerySelectorAll("tbody tr")
            .First(row => row.QuerySelector("th")!.TextContent == "Custom");
        var (count, links) = (CountOf(row.QuerySelector("[data-figure]")!), row.QuerySelectorAll("a[href^='/stats?']")
            .Select(link => link.GetAttribute("href")!).ToList());
        var total = await TotalAsync("/stats?unit=post");
        Assert.Equal(count, await TotalAsync(links[0].Replace("&by=mode", "", StringComparison.Ordinal)));
        Assert.Equal(total - count, await TotalAsync(links[1].Replace("&by=mode", "", StringComparison.Ordinal)));
        Assert.All(links, link => Assert.Contains("by=mode", link, StringComparison.Ordinal));

        async Task<int> TotalAsync(string address) => CountOf((await OpenAsync(address)).QuerySelector("[data-figure=items]")!);
    }

    [Fact]
    public async Task a_long_table_shows_its_first_rows_and_where_all_are()
    {
        await StoreAsync([.. Enumerable.Range(0, 20).Select(i => Make.Still(i) with { Mode = $"mode {i:00}" })]);
        var page = await OpenAsync("/stats?search=type:image");
        Assert.Equal(12, page.QuerySelectorAll("#by-mode tbody tr").Length);
        var all = page.QuerySelector("#by-mode .stat__table p a")!;
        Assert.Equal(("All 20", "/stats?search=type:image&by=mode"), (all.TextContent, all.GetAttribute("href")));
        Assert.Equal(20, (await OpenAsync(all.GetAttribute("href")!)).QuerySelectorAll("#by-mode tbody tr").Length);
    }

    [Fact]
    public async Task the_gallery_leads_to_the_statistics_of_its_query()
    {
        await StoreAsync(Make.Still(prompt: "a heron"));
        var link = (await OpenAsync("/?search=heron&unit=post")).QuerySelector("a[href^='/stats?']")!;
        Assert.Equal("/stats?search=heron&unit=post", link.GetAttribute("href"));
        Assert.Equal("1", (await OpenAsync(link.GetAttribute("href")!)).QuerySelector("[data-figure=items] data")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/stats?by=colour", "“by” must be one or two of")]
    [InlineData("/stats?type=sculpture", "“sculpture” isn't a valid type")]
    [InlineData("/stats?search=date:99", "isn't a date")]
    public async Task invalid_parameters_are_reported_and_the_rest_is_shown(string address, string message)
    {
        await StoreAsync(Make.Still());
        var page = await OpenAsync(address);
        Assert.Contains(message, page.QuerySelector("[role=alert], [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".totals"));
    }

    [Fact]
    public async Task an_empty_library_has_figures_and_no_section()
    {
        var page = await OpenAsync("/stats");
        Assert.Equal("0", page.QuerySelector("[data-figure=stacks] data")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("section.stat"));
    }

    [Fact]
    public async Task a_change_shows_at_the_next_request()
    {
        var still = Make.Still();
        await StoreAsync(still, Make.Still(1));
        Assert.Equal("0", (await OpenAsync("/stats")).QuerySelector("[data-figure=liked] data")!.GetAttribute("value"));
        await LikeAsync(still.Id);
        Assert.Equal("1", (await OpenAsync("/stats")).QuerySelector("[data-figure=liked] data")!.GetAttribute("value"));
        await StoreAsync(Make.Still(2));
        Assert.Equal("3", (await OpenAsync("/stats")).QuerySelector("[data-figure=stacks] data")!.GetAttribute("value"));
    }

    [Fact]
    public async Task days_and_hours_are_those_of_the_reader()
    {
        await StoreAsync(Make.Still() with { CreatedAt = new(2025, 10, 31, 23, 30, 0, TimeSpan.Zero) });
        Assert.Equal(["2025-10-31", "Friday", "23:00"], await FirstAsync("UTC"));
        Assert.Equal(["2025-11-01", "Saturday", "05:00"], await FirstAsync("Asia/Kolkata"));

        async Task<List<string>> FirstAsync(string zone)
        {
            var page = await OpenAsync("/stats", $"Cookie: tz={zone}");
            var day = page.QuerySelector("#by-day tbody a[data-figure]")!.GetAttribute("href")!;
            return [day["/?day=".Length..],
                .. ((IEnumerable<string>)["weekday", "hour"]).Select(by => page.QuerySelector($"#by-{by} tbody th")!.TextContent)];
        }
    }
}
