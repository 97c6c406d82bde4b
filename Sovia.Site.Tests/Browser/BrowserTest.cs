using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>A test in a real browser. Whatever the browser complains about fails it.</summary>
[Collection(HostCollection.Name)]
public abstract class BrowserTest(BrowserSite site) : IClassFixture<BrowserSite>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> complaints = new();

    /// <summary>The site and its browsers.</summary>
    protected BrowserSite Site { get; } = site;

    /// <summary>A page that is watched.</summary>
    protected async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null, bool keepsPages = false)
    {
        var page = await Site.OpenAsync(options ?? new(), keepsPages);
        page.Console += (_, message) =>
        {
            // The browser notes the status of an error page; that is what the page is for.
            if (message.Type is "error" or "warning" && !page.Url.Contains("/error/", StringComparison.Ordinal)) complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Site.Address, StringComparison.Ordinal)) complaints.Enqueue($"asked elsewhere: {request.Url}");
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

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Assert.Empty(complaints);
        return Task.CompletedTask;
    }
}
