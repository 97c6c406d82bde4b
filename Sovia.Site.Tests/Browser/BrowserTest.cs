using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>Base class for tests in a real browser. Console errors and requests to other hosts fail the test.</summary>
[Collection(HostCollection.Name)]
public abstract class BrowserTest(BrowserSite site) : IClassFixture<BrowserSite>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> browserErrors = new();

    /// <summary>The site and its browsers.</summary>
    protected BrowserSite Site { get; } = site;

    /// <summary>A page that is watched.</summary>
    protected async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null, bool keepsPages = false)
    {
        var page = await Site.OpenAsync(options ?? new(), keepsPages);
        page.Console += (_, message) =>
        {
            // The browser notes the status of an error page; that is what the page is for.
            if (message.Type is "error" or "warning" && !page.Url.Contains("/error/", StringComparison.Ordinal))
                browserErrors.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => browserErrors.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Site.Address, StringComparison.Ordinal)) browserErrors.Enqueue($"asked elsewhere: {request.Url}");
        };
        return page;
    }

    /// <summary>Scrolls to the end of what is there until so many cards are.</summary>
    protected static async Task ScrollUntilAsync(IPage page, int cards)
    {
        for (int here; (here = await page.Locator(".card").CountAsync()) < cards;)
        {
            await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await page.WaitForFunctionAsync("count => document.querySelectorAll('.card').length > count", here);
        }
    }

    /// <summary>
    /// Opens a post by its card, which is brought to about 240 pixels below the top. Where exactly it is when clicked is not the test's to
    /// say: what clicks may scroll first.
    /// </summary>
    /// <returns>Where it was when clicked.</returns>
    protected static async Task<double> OpenCardAsync(IPage page, string id)
    {
        var card = page.Locator($"#post-{id}");
        await card.EvaluateAsync("""
            card => {
              card.scrollIntoView();
              scrollBy(0, card.getBoundingClientRect().top - 240);
              card.addEventListener("click", () => sessionStorage.setItem("top", card.getBoundingClientRect().top), { capture: true });
            }
            """);
        await card.Locator("a").ClickAsync();
        await page.WaitForURLAsync($"**/posts/{id}**");
        var top = await page.EvaluateAsync<double>("+sessionStorage.getItem('top')");
        Assert.InRange(top, 1, 800);
        return top;
    }

    /// <summary>Waits until a card lies where it was.</summary>
    protected static async Task WaitForCardAtAsync(IPage page, string id, double top)
    {
        const string Top = "id => document.getElementById(id)?.getBoundingClientRect().top";
        try
        {
            await page.WaitForFunctionAsync($"([id, top]) => Math.abs(({Top})(id) - top) < 1.5", new object[] { $"post-{id}", top });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The card is at {await page.EvaluateAsync<double?>(Top, $"post-{id}")} and not at {top}.");
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Assert.True(browserErrors.IsEmpty, string.Join("; ", browserErrors));
        return Task.CompletedTask;
    }
}
