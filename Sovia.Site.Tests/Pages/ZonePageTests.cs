using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Pages by the days of whoever looks: told by a cookie, named by an address, UTC without either.</summary>
public sealed class ZonePageTests(SoviaHost host) : PageTest(host)
{
    private const string Tokyo = "Cookie: tz=Asia/Tokyo", Berlin = "Cookie: tz=Europe/Berlin";

    // At one in the night of the first of November in Tokyo.
    private readonly Post late = Make.Still() with { CreatedAt = new(2025, 10, 31, 16, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("/?search=date:2025-11-01", Tokyo, true)]
    [InlineData("/?search=date:2025-10-31", Tokyo, false)]
    [InlineData("/?month=2025-11", Tokyo, true)]
    [InlineData("/?search=date:2025-11-01", Berlin, false)]
    [InlineData("/?search=date:2025-11-01", "Accept: */*", false)]
    [InlineData("/?search=date:2025-10-31", "Accept: */*", true)]
    [InlineData("/?search=date:2025-11-01&tz=Asia/Tokyo", "Accept: */*", true)]
    [InlineData("/?search=date:2025-11-01&tz=Asia/Tokyo", Berlin, true)]
    [InlineData("/?search=date:2025-11-01&tz=UTC", Tokyo, false)]
    [InlineData("/?search=date:2025-10-31", "Cookie: tz=../../etc/passwd", true)]
    [InlineData("/?search=date:2025-10-31", "Cookie: tz=Mars/Olympus", true)]
    [InlineData("/?search=date:2025-10-31", "Cookie: tz=%00%ff", true)]
    public async Task days_use_the_time_zone_of_the_viewer_or_of_the_url(string address, string header, bool isFound)
    {
        await StoreAsync(late);
        Assert.Equal(isFound ? [late.Id] : [], CardsOf(await OpenAsync(address, header)));
    }

    [Fact]
    public async Task pages_are_cached_per_time_zone()
    {
        await StoreAsync(late);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal([late.Id], CardsOf(await OpenAsync("/?search=date:2025-11-01", Tokyo)));
            Assert.Empty(CardsOf(await OpenAsync("/?search=date:2025-11-01")));
            Assert.Equal("2025-11", (await OpenAsync("/facets", Tokyo)).QuerySelector("[data-facet=month]")!.GetAttribute("data-value"));
            Assert.Equal("2025-10", (await OpenAsync("/facets")).QuerySelector("[data-facet=month]")!.GetAttribute("data-value"));
        }
        var tags = new HashSet<string>();
        foreach (var header in new[] { Tokyo, Berlin, "Accept: */*" })
            tags.Add((await GetAsync("/?search=date:2025-11-01", header)).Headers.ETag!.ToString());
        Assert.Equal(3, tags.Count);
    }

    [Fact]
    public async Task an_address_of_another_zone_stays_in_it_until_it_is_taken_away()
    {
        await StoreAsync(late, Make.Still());
        var page = await OpenAsync("/?search=date:2025-11&tz=Asia/Tokyo", Berlin);
        Assert.Equal("/?search=date:2025-11", page.QuerySelectorAll(".chips a")
            .Single(link => link.GetAttribute("aria-label")?.Contains("Asia/Tokyo", StringComparison.Ordinal) == true)
            .GetAttribute("href"));
        Assert.EndsWith("tz=Asia/Tokyo", page.QuerySelector("article[data-post-id] a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", page.QuerySelector<IHtmlInputElement>("input[name=tz][form=filters]")!.Value);
        var months = await OpenAsync("/facets?handler=months&tz=Asia/Tokyo", Berlin);
        Assert.Equal(["/?tz=Asia/Tokyo&at=2025-11", "/?tz=Asia/Tokyo&at=2025-10"], months.QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href")));
        Assert.Null((await OpenAsync("/?search=date:2025-11&tz=Asia/Tokyo", Tokyo)).QuerySelector("input[name=tz]"));
    }

    [Fact]
    public async Task shared_links_and_download_lists_name_the_time_zone()
    {
        await StoreAsync(late);
        var page = await OpenAsync("/?search=date:2025-11", Tokyo);
        Assert.Equal("/?search=date:2025-11&tz=Asia/Tokyo", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("meta[name=days]"));
        Assert.Null((await OpenAsync("/?liked=true", Tokyo)).QuerySelector("meta[name=days], link[rel=canonical]"));
        Assert.NotNull((await OpenAsync("/?at=2025-11", Tokyo)).QuerySelector("meta[name=days]"));
        var lists = await OpenAsync("/media/get?search=date:2025-11", Tokyo);
        Assert.Contains(lists.QuerySelectorAll("a"), link =>
            link.GetAttribute("href")!.Contains("tz=Asia/Tokyo", StringComparison.Ordinal));
        var counted = await OpenAsync("/media/get?month=2025-10&tz=UTC", Tokyo);
        Assert.EndsWith("month=2025-10&tz=UTC", counted.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
        var list = counted.QuerySelector("a[download]")!.GetAttribute("href")!;
        using var listed = await GetAsync(list.Replace("public", "cookie", StringComparison.Ordinal), Tokyo);
        Assert.Contains(late.Id.ToString(), await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/facets?search=date:2025-11", "/facets?search=date:2025-11&tz=Asia/Tokyo")]
    [InlineData("/media/get?month=2025-11", "/media/get?month=2025-11&tz=Asia/Tokyo")]
    [InlineData("/posts/{id}?search=date:2025-11", "/posts/{id}?search=date:2025-11&tz=Asia/Tokyo")]
    [InlineData("/?at=2025-11", "/?tz=Asia/Tokyo&at=2025-11")]
    [InlineData("/?month=2025-11&at=2025-11-01", "/?month=2025-11&tz=Asia/Tokyo&at=2025-11-01")]
    [InlineData("/?month=2025-11&at={id}", "/?month=2025-11&tz=Asia/Tokyo&at={id}")]
    [InlineData("/?month=2025-11&at=nowhere", "/?month=2025-11&tz=Asia/Tokyo")]
    public async Task a_page_is_shared_with_its_own_path_and_its_place(string address, string shared)
    {
        await StoreAsync(late);
        var page = await OpenAsync(address.Replace("{id}", $"{late.Id}", StringComparison.Ordinal), Tokyo);
        Assert.Equal(shared.Replace("{id}", $"{late.Id}", StringComparison.Ordinal),
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }
}
