using Microsoft.Extensions.DependencyInjection;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;

namespace Sovia.Tests.Browser;

/// <summary>A wall with pictures in it.</summary>
public sealed class PicturesTests(BrowserSite site) : BrowserTest(site)
{
    private const int Pictures = 24;

    // Every shift since the page began, told by the browser itself. Scrolling by script is not what it takes for a user's doing.
    private const string Watch =
        "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().filter(entry => entry.value > 0).map(entry "
        + "=> `${entry.value}: ${entry.sources.map(source => `${source.node?.nodeName}.${source.node?.className} from "
        + "${Math.round(source.previousRect.x)},${Math.round(source.previousRect.y)} to "
        + "${Math.round(source.currentRect.x)},${Math.round(source.currentRect.y)}`)}`))).observe({ type: 'layout-shift', buffered: true "
        + "});";

    private const string AllThere =
        "() => { const seen = [...document.querySelectorAll('.card img')]; return seen.length > 0 && seen.every(image => image.complete "
        + "&& image.naturalWidth > 0); }";

    [BrowserTheory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task nothing_moves_while_the_thumbnails_come(int width, int height)
    {
        await UploadPicturesAsync();
        var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        await page.AddInitScriptAsync(Watch);
        // Late enough to come when all the rest stands.
        await page.RouteAsync("**/files/by-hash/**", async route =>
        {
            await Task.Delay(150);
            await route.ContinueAsync();
        });
        await page.GotoAsync("/");
        for (var down = 0; down < 4; down++)
        {
            await page.EvaluateAsync("scrollBy(0, innerHeight / 2)");
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
        await page.EvaluateAsync("document.querySelectorAll('.card img').forEach(image => { image.loading = 'eager'; })");
        await page.WaitForFunctionAsync(AllThere);
        Assert.Equal(Pictures, await page.Locator(".card img").CountAsync());
        var shifts = await page.EvaluateAsync<string[]>("shifts");
        Assert.True(shifts.Length == 0, string.Join("; ", shifts));
    }

    [BrowserTheory]
    [InlineData("/", 390)]
    [InlineData("/?view=list", 1000)]
    [InlineData("/media", 1000)]
    [InlineData("/posts/4", 390)]
    public async Task nothing_moves_while_a_page_comes_in_pieces(string address, int width)
    {
        // A zone of its own, so that dates change where they stand.
        var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, TimezoneId = "America/New_York" });
        await page.AddInitScriptAsync(Watch);
        await page.RouteAsync("**/*", route =>
            route.ContinueAsync(new() { Headers = route.Request.Headers.Append(new(ChunkedResponses.Header, "1")) }));
        await page.GotoAsync(address.Replace("/4", $"/{Site.Roots[4].Id}", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-paint').length > 0 && document.querySelector('main')");
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var shifts = await page.EvaluateAsync<string[]>("shifts");
        Assert.True(shifts.Length == 0, string.Join("; ", shifts));
    }

    private async Task UploadPicturesAsync()
    {
        var store = Site.Services.GetRequiredService<StoreUpload>();
        foreach (var (at, root) in Site.Roots.Take(Pictures).Index())
        {
            using var picture = Draw.Gradient(400 + at * 7, 300 + at % 5 * 120);
            using var bytes = new MemoryStream(picture.PngsaveBuffer());
            await store.StoreAsync($"grok-image-{root.Id}.png", bytes, default);
        }
    }
}
