using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

public sealed class DeepTests(BrowserSite site) : BrowserTest(site)
{
    private const int Pages = 30, PageSize = 50;

    [BrowserFact]
    public async Task back_finds_the_card_thirty_pages_down_a_search()
    {
        await StoreAsync([.. Enumerable.Range(0, Pages * PageSize).Select(i => Make.Still(-i, $"Deep water {i}"))]);
        var page = await OpenAsync();
        await page.GotoAsync("/?search=deep&type=image");
        await ScrollUntilAsync(page, Pages * PageSize);
        var card = page.Locator(".card").Nth((Pages * PageSize) - 20);
        var id = await card.GetAttributeAsync("data-post-id");
        await card.EvaluateAsync("card => { card.scrollIntoView(); scrollBy(0, card.getBoundingClientRect().top - 240); }");
        await card.Locator("a").ClickAsync();
        await page.WaitForURLAsync($"**/posts/{id}?**");
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync($"**/?*at={id}", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("id => Math.abs(document.getElementById(id)?.getBoundingClientRect().top - 240) < 1.5", $"post-{id}");
        Assert.Contains("search=deep", page.Url, StringComparison.Ordinal);
        Assert.Contains("type=image", page.Url, StringComparison.Ordinal);
    }

    private async Task StoreAsync(Post[] posts)
    {
        await using var session = Site.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(posts);
        await RefreshFamilies.OfAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }
}
