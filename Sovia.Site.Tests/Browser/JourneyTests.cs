using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Browser.Engines;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>One journey through all three engines.</summary>
[Collection(HostCollection.Name)]
public sealed class JourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Rare = "zeppelin";

    [BrowserFact]
    public Task chromium_makes_the_journey() => MakeAsync(ChromiumEngine.StartAsync);

    [FirefoxFact]
    public Task firefox_makes_the_journey() => MakeAsync(FirefoxEngine.StartAsync);

    [WebKitFact]
    public Task webkit_makes_the_journey() => MakeAsync(WebKitEngine.StartAsync);

    private async Task MakeAsync(Func<Task<IEngine>> start)
    {
        await StoreAsync();
        await using var engine = await start();
        await new Journey(engine, site.Address, Rare).GoAsync();
        await new PagesJourney(engine, site.Address, [site.Roots[2].Id, site.Roots[5].Id]).GoAsync();
    }

    // Eight pages and a bit, beside what the site has already; the second engine finds them there.
    private async Task StoreAsync()
    {
        await using var session = site.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        if (await session.Query<Post>().CountAsync() > BrowserSite.Families * 2) return;
        Post[] posts = [.. Enumerable.Range(1, 320).Select(i => Make.Still(-i * 17, $"A quay, {i}, at low tide")),
            Make.Still(-1, $"A {Rare} over the bay")];
        session.Store(posts);
        await RefreshFamilies.RefreshAsync(session, posts, [], CancellationToken.None);
        await session.SaveChangesAsync();
    }
}
