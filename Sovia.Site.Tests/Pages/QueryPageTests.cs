using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The gallery by address: filters, search, facets, and what caches are told.</summary>
public sealed class QueryPageTests(SoviaHost host) : PageTest(host)
{
    private readonly Post heron = Make.Still(3, "A heron at dawn");
    private readonly Post stork = Make.Still(2, "Two storks at night") with { Model = "imagine_x_1", Liked = true };
    private readonly Post plain = Make.Still(1);

    [Theory]
    [InlineData("search=heron", "heron")]
    [InlineData("search=HERONS", "heron")]
    [InlineData("search==herons", "")]
    [InlineData("search=at", "heron stork")]
    [InlineData("search=at -night", "heron")]
    [InlineData("search=heron or stork", "heron stork")]
    [InlineData("search=\"two storks\"", "stork")]
    [InlineData("search=dri*", "plain")]
    [InlineData("search=videos:>0", "plain")]
    [InlineData("search=prompt:none", "")]
    [InlineData("type=image", "heron stork plain")]
    [InlineData("type=video", "plain")]
    [InlineData("type=-video", "heron stork")]
    [InlineData("type=image,-video", "heron stork")]
    [InlineData("type=image,video&liked=-true", "heron plain")]
    [InlineData("search=type:video -cover:video", "plain")]
    [InlineData("search=cover:video", "")]
    [InlineData("unit=post&search=cover:video", "clip")]
    [InlineData("unit=post&type=video", "clip")]
    [InlineData("liked=true", "stork")]
    [InlineData("liked=false", "")]
    [InlineData("model=imagine_w_1", "plain")]
    [InlineData("model=imagine_w_1&model=imagine_x_1", "stork plain")]
    [InlineData("model=-imagine_x_1", "heron plain")]
    [InlineData("mode=custom", "plain")]
    [InlineData("type=image&search=night&model=imagine_x_1", "stork")]
    public async Task an_address_finds_what_it_says(string address, string expected)
    {
        var clip = Make.Clip(plain, 4, "drifting clouds");
        await StoreAsync(heron, stork, plain, clip);
        var names = new Dictionary<Guid, string> { [heron.Id] = "heron", [stork.Id] = "stork", [plain.Id] = "plain", [clip.Id] = "clip" };
        var page = await OpenAsync("/?" + address.Replace(" ", "+", StringComparison.Ordinal)
            .Replace("\"", "%22", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', CardsOf(page).Select(id => names[id])));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
            .ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
    }

    [Fact]
    public async Task active_filters_are_chips_with_a_link_to_remove_them()
    {
        await StoreAsync(heron, stork);
        var page = await OpenAsync("/?liked=true&model=imagine_x_1&search=storks");
        Assert.Equal(["/?model=imagine_x_1&search=storks", "/?liked=true&search=storks", "/?liked=true&model=imagine_x_1", "/"],
            page.QuerySelectorAll(".chips a").Select(link => link.GetAttribute("href")));
        Assert.Equal("storks", page.QuerySelector<IHtmlInputElement>("#filters [name=search]")!.Value);
        Assert.All(["type", "liked", "model", "mode", "sort", "unit", "view", "density"], name =>
            Assert.Equal("filters", page.QuerySelector($"[name={name}]")!.GetAttribute("form")));
    }

    [Fact]
    public async Task invalid_parameters_are_reported_and_the_rest_applies()
    {
        await StoreAsync(heron, stork);
        var page = await OpenAsync("/?sort=loudest&liked=perhaps&search=heron+type:vidoe");
        Assert.Equal([heron.Id], CardsOf(page));
        Assert.Contains("loudest", page.QuerySelector(".notes")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("perhaps", page.QuerySelector(".notes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("vidoe", page.QuerySelector(".notes mark")!.TextContent);
    }

    [Fact]
    public async Task matches_are_highlighted_and_post_pages_keep_the_list()
    {
        await StoreAsync(heron, stork, plain);
        var page = await OpenAsync($"/posts/{heron.Id}?search=at");
        Assert.Equal("at", page.QuerySelector(".prompt mark")!.TextContent);
        Assert.Equal($"/posts/{stork.Id}?search=at", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.StartsWith($"/?search=at&at={heron.Id}", page.QuerySelector(".stage__go--back")!.GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_word_that_occurs_nowhere_brings_the_nearest_that_does()
    {
        await StoreAsync(heron, stork);
        var page = await OpenAsync("/?search=haron+dawn");
        Assert.Equal("heron dawn", page.QuerySelector("[data-nearest]")!.TextContent);
        Assert.Equal([heron.Id], CardsOf(await OpenAsync(page.QuerySelector("[data-nearest]")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task typing_gets_the_results_alone_and_puts_the_address_in_place_of_the_old()
    {
        await StoreAsync(heron, stork);
        using var answer = await GetAsync("/?search=++heron++&type=&model=", "HX-Request: true", "HX-Trigger-Name: search");
        Assert.Equal("/?search=heron", Assert.Single(answer.Headers.GetValues("HX-Replace-Url")));
        Assert.Contains("id=\"results\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task unchanged_pages_return_304_and_changes_are_seen_at_once()
    {
        await StoreAsync(heron);
        using var first = await GetAsync("/");
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync("/", $"If-None-Match: {tag}")).StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await (await GetAsync("/")).Content.ReadAsStringAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(),
            await (await GetAsync("/", "Cache-Control: no-cache")).Content.ReadAsStringAsync());
        await StoreAsync(stork);
        using var later = await GetAsync("/", $"If-None-Match: {tag}");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Contains(stork.Id.ToString(), await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task facets_are_links_that_count_include_and_exclude()
    {
        await StoreAsync(heron, stork, plain);
        var page = await OpenAsync("/facets?search=at");
        var value = page.QuerySelector("[data-facet=model][data-value=imagine_x_1]")!;
        Assert.Equal("1", value.QuerySelector("[data-facet-count]")!.GetAttribute("value"));
        Assert.Equal("/?model=imagine_x_1&search=at", value.QuerySelector(".facet__name")!.GetAttribute("href"));
        Assert.Equal("/?model=-imagine_x_1&search=at", value.QuerySelector(".facet__not")!.GetAttribute("href"));
        Assert.Equal("2", page.QuerySelector("[data-count]")!.GetAttribute("data-count"));
    }

    [Fact]
    public async Task the_layout_is_in_the_url_and_is_remembered()
    {
        await StoreAsync(heron);
        using var answer = await GetAsync("/?view=list&density=compact&columns=4");
        Assert.StartsWith("display=list.compact.4;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.NotNull((await OpenAsync("/", "Cookie: display=list.compact.4"))
            .QuerySelector(".wall--list.wall--compact[style*='--chosen-columns:4']"));
    }

    [Fact]
    public async Task a_like_is_set_taken_back_and_found()
    {
        await StoreAsync(heron);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Put, $"/api/posts/{heron.Id}/like")).StatusCode);
        Assert.Equal([heron.Id], CardsOf(await OpenAsync("/?liked=true")));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Delete, $"/api/posts/{heron.Id}/like")).StatusCode);
        Assert.Equal([heron.Id], CardsOf(await OpenAsync("/?liked=false")));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, $"/api/posts/{Guid.NewGuid()}/like")).StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address) => SendAsync(new HttpRequestMessage(method, address));
}
