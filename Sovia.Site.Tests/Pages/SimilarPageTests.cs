using System.Globalization;
using System.Net;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Similar posts, on the page of their own and as the strip of a post's page.</summary>
public sealed class SimilarPageTests(SoviaHost host) : PageTest(host)
{
    private readonly Post still = Make.Still(1, "a red lighthouse at golden hour"), near = Make.Still(2, "the lighthouse in fog"), nearest = Make.Still(3, "red lighthouse, golden hour, storm"), far = Make.Still(4, "a cat");

    [Fact]
    public async Task the_page_lists_families_that_share_words_the_most_similar_first_with_score_and_reason()
    {
        await StoreAsync(still, near, nearest, far);
        var page = await OpenAsync($"/posts/{still.Id}/similar");
        Assert.Equal([nearest.Id, near.Id], CardsOf(page));
        var scores = page.QuerySelectorAll("article[data-score]").Select(card => card.GetAttribute("data-score")!).ToList();
        Assert.All(scores, score => Assert.Matches(@"^\d\.\d{4}$", score));
        Assert.True(double.Parse(scores[0], CultureInfo.InvariantCulture) > double.Parse(scores[1], CultureInfo.InvariantCulture));
        Assert.Equal("red lighthouse, golden hour; same model", page.QuerySelector($"article[data-post-id='{nearest.Id}'] [data-reason]")!.TextContent);
        Assert.Equal("lighthouse; same model", page.QuerySelector($"article[data-post-id='{near.Id}'] [data-reason]")!.TextContent);
    }

    [Fact]
    public async Task the_post_page_links_to_it_and_asks_for_the_strip_when_that_is_seen()
    {
        await StoreAsync(still, near, nearest, far);
        var page = await OpenAsync($"/posts/{still.Id}");
        Assert.Equal($"/posts/{still.Id}/similar", page.QuerySelector(".similar h2 a")!.GetAttribute("href"));
        var lazy = page.QuerySelector(".similar [hx-get]")!;
        Assert.Equal("revealed", lazy.GetAttribute("hx-trigger"));
        var strip = await OpenAsync(lazy.GetAttribute("hx-get")!, "HX-Request: true");
        Assert.Null(strip.QuerySelector(".shell"));
        Assert.Equal([nearest.Id, near.Id], strip.QuerySelectorAll("[data-score]").Select(item => Guid.Parse(item.GetAttribute("data-post-id")!)));
        Assert.All(strip.QuerySelectorAll("[data-post-id]"), item => Assert.NotNull(item.QuerySelector("a[href^='/posts/'] [data-reason]")));
    }

    [Fact]
    public async Task what_is_hidden_or_in_the_trash_is_not_similar_to_anything_until_it_is_back()
    {
        await StoreAsync(still, near, nearest, far);
        Assert.Equal(2, (await OpenAsync($"/posts/{still.Id}/similar")).QuerySelectorAll("article").Length);
        await ChangeAsync(new() { Trashed = true }, nearest.Id);
        Assert.Equal([near.Id], CardsOf(await OpenAsync($"/posts/{still.Id}/similar")));
        await ChangeAsync(new() { Hidden = true }, near.Id);
        Assert.Empty(CardsOf(await OpenAsync($"/posts/{still.Id}/similar")));
        await ChangeAsync(new() { Trashed = false }, nearest.Id);
        await Eventually.TrueAsync(async () => CardsOf(await OpenAsync($"/posts/{still.Id}/similar")) is [var only] && only == nearest.Id, "it is found again");
    }

    [Fact]
    public async Task of_a_post_that_is_not_there_nothing_is_similar() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/posts/{Guid.NewGuid()}/similar")).StatusCode);
}
