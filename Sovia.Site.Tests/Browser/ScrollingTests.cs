using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

public sealed class ScrollingTests(BrowserSite site) : BrowserTest(site)
{
    /// <summary>True where every card of several walls follows the one above it in its column, as if there were but one wall.</summary>
    public const string HasNoSeam = """
        () => {
          for (const wall of document.querySelectorAll('.wall')) wall.style.contentVisibility = 'visible';
          const boxes = [...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect());
          const ends = {};
          return boxes.every(({ left, top, bottom }) => {
            const follows = Math.abs((ends[Math.round(left)] ?? top) - top) < 0.6;
            ends[Math.round(left)] = bottom;
            return follows;
          }) && document.querySelectorAll('.wall').length > 1;
        }
        """;

    [BrowserFact]
    public async Task scrolling_brings_more_until_the_end_and_moves_nothing_that_is_there()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var before = await PlacesAsync(page);
        await ScrollUntilAsync(page, BrowserSite.Families);
        await page.GetByText("You've reached the end").WaitForAsync();
        Assert.Equal("/", new Uri(page.Url).PathAndQuery);
        Assert.Equal(before, (await PlacesAsync(page))[..before.Length]);
        Assert.Equal(Site.Roots.Select(root => root.Id.ToString()), await CardsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>(HasNoSeam));
        await page.SetViewportSizeAsync(900, 800);
        await page.WaitForFunctionAsync(HasNoSeam);
    }

    [BrowserFact]
    public async Task without_scripts_the_same_way_leads_to_the_end()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        var visited = new List<string>(await CardsAsync(page));
        while (await page.Locator("a[rel=next]").CountAsync() > 0)
        {
            await page.Locator("a[rel=next]").ClickAsync();
            visited.AddRange(await CardsAsync(page));
        }
        Assert.Equal(Site.Roots.Select(root => root.Id.ToString()), visited);
        await page.GetByText("You've reached the end").WaitForAsync();
    }

    [BrowserFact]
    public async Task a_page_that_failed_to_load_leaves_a_retry_link()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/?after=*", route => route.Request.Headers.ContainsKey("hx-request")
            ? route.FulfillAsync(new() { Status = 204 }) : route.ContinueAsync());
        await page.GotoAsync("/");
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)"), response =>
            response.Status == 204);
        await page.UnrouteAllAsync();
        await page.Locator("a[rel=next]").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.card').length === 100");
    }

    [BrowserFact]
    public async Task the_keyboard_goes_on_where_the_link_stood()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelector('.way__probe').remove()");
        await page.Locator("a[rel=next]").PressAsync("Enter");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.card')][50]?.contains(document.activeElement)");
    }

    private static async Task<string[]> CardsAsync(IPage page) =>
        [.. await Task.WhenAll((await page.Locator("article[data-post-id]").AllAsync())
            .Select(async card => (await card.GetAttributeAsync("data-post-id"))!))];

    private static Task<string[]> PlacesAsync(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.card')].map(card => [card.offsetLeft, card.offsetTop, card.offsetWidth, card.offsetHeight].join())");
}
