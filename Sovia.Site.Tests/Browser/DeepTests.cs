using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

public sealed class DeepTests(BrowserSite site) : BrowserTest(site)
{
    private const int Pages = 30, PageSize = 50;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task back_finds_the_card_thirty_pages_down_a_search(bool keepsPages)
    {
        // The second time they are there already.
        if (!await AreThereAsync())
            await StoreAsync([.. Enumerable.Range(0, Pages * PageSize).Select(i => Make.Still(-i, $"Deep water {i}"))]);
        var page = await OpenAsync(keepsPages: keepsPages);
        await page.GotoAsync("/?search=deep&type=image");
        await ScrollUntilAsync(page, Pages * PageSize);
        var id = (await page.Locator(".card").Nth((Pages * PageSize) - 20).GetAttributeAsync("data-post-id"))!;
        await page.EvaluateAsync("globalThis.kept = true");
        var top = await OpenCardAsync(page, id);
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync($"**/?*at={id}", new() { WaitUntil = WaitUntilState.Commit });
        await WaitForCardAtAsync(page, id, top);
        Assert.Equal(keepsPages, await page.EvaluateAsync<bool>("globalThis.kept === true"));
        Assert.Contains("search=deep", page.Url, StringComparison.Ordinal);
        Assert.Contains("type=image", page.Url, StringComparison.Ordinal);
    }

    private async Task<bool> AreThereAsync()
    {
        await using var session = Site.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<Post>().CountAsync() > Pages * PageSize;
    }

    private async Task StoreAsync(Post[] posts)
    {
        await using var session = Site.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(posts);
        await RefreshFamilies.RefreshAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }
}
