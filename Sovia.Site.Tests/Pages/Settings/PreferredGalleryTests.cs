using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>The gallery as its user prefers it: applied by the server at once, overruled by what an address says.</summary>
public sealed class PreferredGalleryTests(SoviaHost host) : SettingsTest(host)
{
    private readonly Post old = Make.Still(1, "A heron"), late = Make.Still(9, "A stork");

    [Fact]
    public async Task an_address_that_names_nothing_shows_what_is_preferred()
    {
        await StoreAsync(old, late, Make.Clip(old, 20));
        GetRedirectUrl(await ChooseAsync(("view", "list"), ("density", "spacious"), ("columns", "3"), ("sort", "videos"),
            ("theme", "dark")));
        var page = await OpenAsync("/");
        Assert.NotNull(page.QuerySelector(".wall--list.wall--spacious[style*='--chosen-columns:3']"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal([old.Id, late.Id], CardsOf(page));
        Assert.Equal("videos", page.QuerySelector<IHtmlSelectElement>("select[name=sort]")!.Value);
        page = await OpenAsync("/?view=grid&density=compact&columns=auto&sort=date_desc");
        Assert.NotNull(page.QuerySelector(".wall--grid.wall--compact:not([style*='--chosen-columns'])"));
        Assert.Equal([late.Id, old.Id], CardsOf(page));
    }

    [Fact]
    public async Task pages_that_were_kept_follow_a_choice_at_once()
    {
        await StoreAsync(old, late);
        using var first = await GetAsync("/");
        GetRedirectUrl(await ChooseAsync(("sort", "date_asc")));
        using var second = await GetAsync("/", $"If-None-Match: {first.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal([old.Id, late.Id], CardsOf(await ReadAsync(second)));
        using var third = await GetAsync("/", $"If-None-Match: {second.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task every_link_of_a_preferred_list_says_what_it_means()
    {
        var clip = Make.Clip(old, 5, "a wave");
        await StoreAsync(old, late, clip);
        GetRedirectUrl(await ChooseAsync(("sort", "date_asc"), ("unit", "post")));
        var page = await OpenAsync("/?liked=-true");
        Assert.Equal([old.Id, clip.Id, late.Id], CardsOf(page));
        Assert.Equal("/?liked=-true&sort=date_asc&unit=post", page.QuerySelector("#named")!.GetAttribute("href"));
        Assert.Equal("/?sort=date_asc&unit=post", page.QuerySelector(".chips a")!.GetAttribute("href"));
        Assert.Equal("/selection?liked=-true&sort=date_asc&unit=post", page.QuerySelector("#select")!.GetAttribute("href"));
        Assert.EndsWith("?liked=-true&sort=date_asc&unit=post", page.QuerySelector("article a")!.GetAttribute("href"),
            StringComparison.Ordinal);
        // The other order and unit are said too, where leaving them out would not mean them.
        Assert.Equal(["date_desc", "family"], page.QuerySelectorAll("select[name=sort] option, select[name=unit] option")
            .Select(option => option.GetAttribute("value")!).Where(value => value is "date_desc" or "family"));
        page = await OpenAsync("/?sort=date_desc&unit=family");
        Assert.Equal([late.Id, old.Id], CardsOf(page));
        Assert.Equal("/?sort=date_desc&unit=family", page.QuerySelector("#named")!.GetAttribute("href"));
        GetRedirectUrl(await PostAsync("/settings?handler=reset", ("name", "")));
        page = await OpenAsync("/");
        Assert.Null(page.QuerySelector("#named"));
        Assert.Equal("", page.QuerySelector("select[name=sort] option")!.GetAttribute("value"));
    }

    [Fact]
    public async Task the_post_page_and_the_filters_walk_the_preferred_list()
    {
        await StoreAsync(old, late);
        GetRedirectUrl(await ChooseAsync(("sort", "date_asc")));
        Assert.StartsWith($"/posts/{late.Id}", (await OpenAsync($"/posts/{old.Id}")).QuerySelector("a[rel=next]")!.GetAttribute("href"),
            StringComparison.Ordinal);
        Assert.Equal("/?model=imagine_h_1&sort=date_asc",
            (await OpenAsync("/facets")).QuerySelector("[data-facet=model] .facet__name")!.GetAttribute("href"));
    }

    [Fact]
    public async Task all_results_of_an_address_that_names_no_unit_are_those_that_were_shown()
    {
        var clip = Make.Clip(old, 5);
        await StoreAsync(old, clip);
        GetRedirectUrl(await ChooseAsync(("unit", "post")));
        GetRedirectUrl(await PostAsync("/selection", ("whole", "true"), ("of", "type=video"), ("change", "rating"), ("rating", "4")));
        var rated = CardsOf(await OpenAsync("/?rating=4&unit=post"));
        Assert.Equal([clip.Id], rated);
    }

    [Fact]
    public async Task a_page_has_as_many_cards_as_are_preferred()
    {
        var posts = Enumerable.Range(0, 30).Select(number => Make.Still(number)).ToArray();
        await StoreAsync(posts);
        GetRedirectUrl(await ChooseAsync(("page_size", "25")));
        var page = await OpenAsync("/");
        Assert.Equal(posts.Reverse().Take(25).Select(post => post.Id), CardsOf(page));
        var next = await OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(posts.Reverse().Skip(25).Select(post => post.Id), CardsOf(next));
        Assert.Equal(CardsOf(page), CardsOf(await OpenAsync(next.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
        Assert.Contains(posts[2].Id, CardsOf(await OpenAsync($"/?at={posts[2].Id}")));
    }

    [Fact]
    public async Task days_are_those_of_the_preferred_zone_in_every_browser()
    {
        await StoreAsync(Make.Still() with { CreatedAt = new(2025, 10, 31, 16, 0, 0, TimeSpan.Zero) });
        GetRedirectUrl(await ChooseAsync(("time_zone", "Asia/Tokyo")));
        foreach (var cookie in (string[])["Accept: */*", "Cookie: tz=Europe/Berlin"])
        {
            Assert.Single(CardsOf(await OpenAsync("/?search=date:2025-11-01", cookie)));
            Assert.Equal("Asia/Tokyo", (await OpenAsync("/", cookie)).QuerySelector("meta[name=days]")!.GetAttribute("content"));
        }
        Assert.Single(CardsOf(await OpenAsync("/?search=date:2025-10-31&tz=UTC")));
    }
}
