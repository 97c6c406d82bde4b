using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class GalleryTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task an_empty_library_offers_the_import()
    {
        var page = await OpenAsync("/");
        Assert.Equal("0", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
        Assert.NotNull(page.QuerySelector("main a[href='/import']"));
    }

    [Fact]
    public async Task an_empty_library_gives_everybody_a_form_of_their_own()
    {
        var (first, second) = (await GetAsync("/"), await GetAsync("/"));
        Assert.All([first, second], response => Assert.True(response.Headers.Contains("Set-Cookie")));
        Assert.All([first, second], response => Assert.Null(response.Headers.ETag));
    }

    [Fact]
    public async Task typing_is_answered_with_the_results_alone_and_their_address()
    {
        await StoreAsync(Make.Still(prompt: "A red fox"), Make.Still(prompt: "A grey wolf"));
        var response = await GetAsync("/?search=%20fox", "HX-Request: true", "HX-Trigger-Name: search");
        Assert.Equal("/?search=fox", Assert.Single(response.Headers.GetValues("HX-Replace-Url")));
        var results = (await ReadAsync(response)).QuerySelector("body > #results")!;
        Assert.Equal("1", results.QuerySelector("#count [data-count]")!.GetAttribute("data-count"));
    }

    [Fact]
    public async Task following_next_visits_every_family_once_newest_first_and_says_where_the_end_is()
    {
        var posts = Enumerable.Range(0, 120).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var visited = new List<Guid>();
        var page = await OpenAsync("/");
        Assert.Equal("120", page.QuerySelector("[data-count]")!.TextContent);
        for (; ; page = await OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            visited.AddRange(CardsOf(page));
            if (page.QuerySelector("a[rel=next]") is null) break;
            Assert.Equal(50, CardsOf(page).Count);
        }
        Assert.Equal(posts.Reverse().Select(post => post.Id), visited);
        Assert.Contains("You've reached the end", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_card_has_what_scripts_and_screen_readers_need()
    {
        var still = Make.Still(prompt: "قطة على نافذة") with { Liked = true };
        await StoreAsync(still, Make.Clip(still, 1), Make.Clip(still, 2));
        var card = (await OpenAsync("/")).QuerySelector($"article#post-{still.Id}[data-post-id='{still.Id}']")!;
        Assert.Equal($"/posts/{still.Id}", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("auto", card.QuerySelector(".placeholder__words")!.GetAttribute("dir"));
        Assert.Equal("قطة على نافذة", card.QuerySelector(".placeholder__words")!.TextContent);
        Assert.Contains("2 videos", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Liked", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("imagine_h_1", card.QuerySelector(".card__line span")!.GetAttribute("title"));
        Assert.Equal("2025-10-01T12:00:00Z", card.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("after=nonsense")]
    [InlineData("before=1_2&at=zz")]
    [InlineData("at=00000000-0000-0000-0000-000000000001")]
    [InlineData("after=%00%ff%27%3Cscript%3E")]
    [InlineData("after=99999999999999999999_00000000000000000000000000000000")]
    public async Task an_invalid_cursor_shows_the_top(string query)
    {
        var post = Make.Still();
        await StoreAsync(post);
        var response = await GetAsync($"/?{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([post.Id], CardsOf(await ReadAsync(response)));
    }

    [Fact]
    public async Task a_place_opens_around_its_item_with_ways_up_and_down()
    {
        var posts = Enumerable.Range(0, 120).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        var page = await OpenAsync($"/?at={posts[60].Id}");
        Assert.Contains(posts[60].Id, CardsOf(page));
        Assert.NotNull(page.QuerySelector("a[rel=next]"));
        var above = await OpenAsync(page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.DoesNotContain(CardsOf(above), CardsOf(page).Contains);
    }

    [Fact]
    public async Task an_htmx_page_repeats_no_link_of_the_page_above()
    {
        await StoreAsync([.. Enumerable.Range(0, 170).Select(i => Make.Still(i))]);
        var second = (await OpenAsync("/")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var below = await OpenAsync(second, "HX-Request: true");
        Assert.Equal(50, CardsOf(below).Count);
        Assert.NotNull(below.QuerySelector(".wall + .way a[rel=next]"));
        Assert.Null(below.QuerySelector("a[rel=prev]"));

        var third = await OpenAsync(below.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var above = await OpenAsync(third.QuerySelector("a[rel=prev]")!.GetAttribute("href")!, "HX-Request: true");
        Assert.Equal(CardsOf(below), CardsOf(above));
        Assert.NotNull(above.QuerySelector("a[rel=prev]"));
        Assert.Null(above.QuerySelector("a[rel=next]"));
        Assert.DoesNotContain("reached the end", above.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_gallery_loads_nothing_from_other_hosts_and_sets_no_cookie()
    {
        await StoreAsync(Make.Still(prompt: "https://assets.grok.com/a.jpg"));
        var response = await GetAsync("/");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.CacheControl!.NoStore);
        var page = await ReadAsync(response);
        Assert.All(page.QuerySelectorAll("[src], link[href]"), element =>
            Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style"));
    }

    [Fact]
    public async Task a_local_file_is_shown_instead_of_a_placeholder()
    {
        var still = Make.Still();
        var path = Path.Combine(Host.DataDirectory, "media", "https_", new Uri(still.MediaUrl!).Host
            + new Uri(still.MediaUrl!).AbsolutePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, [0xFF, 0xD8, 0xFF, 0xE0]);
        await StoreAsync(still);
        var card = (await OpenAsync("/")).QuerySelector("article")!;
        Assert.Equal($"/files/{still.Id}/512", card.QuerySelector("img")!.GetAttribute("src"));
        Assert.Null(card.QuerySelector(".placeholder"));
    }

    [Fact]
    public async Task a_cover_of_known_shape_takes_rows_by_it()
    {
        await StoreAsync(Make.Still(2) with { Width = 1000, Height = 1500 }, Make.Still(1) with { Width = 1600, Height = 900 },
            Make.Still(0) with { Width = 10, Height = 9000 });
        var styles = (await OpenAsync("/")).QuerySelectorAll("article").Select(card => card.GetAttribute("style"));
        Assert.Equal(["--span:18", "--span:7", "--span:30"], styles);
    }
}
