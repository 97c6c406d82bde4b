namespace Sovia.Tests.Browser.Engines;

/// <summary>A look at the pages around the gallery, in any engine: each is whole, fits the window, and does its first thing.</summary>
/// <param name="engine">The browser.</param>
/// <param name="site">Where the site listens.</param>
/// <param name="ids">Two posts of its library.</param>
internal sealed class PagesJourney(IEngine engine, string site, IReadOnlyList<Guid> ids)
{
    private string[] Addresses => ["/collections", "/collections/new", "/collections/build", "/trash", "/history", "/cull", "/duplicates",
        $"/compare?ids={ids[0]},{ids[1]}", "/prompts", "/prompts/likes", "/stats", "/settings", "/selection", "/media", "/media/review",
        $"/posts/{ids[0]}/similar", $"/similar?ids={ids[0]},{ids[1]}"];

    /// <summary>The whole of it.</summary>
    public async Task GoAsync()
    {
        foreach (var address in Addresses)
        {
            await engine.GoAsync($"{site}{address}");
            await engine.WaitAsync("document.readyState === 'complete' && document.querySelector('main h1')");
            Assert.Equal((address, true), (address, await engine.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")));
        }
        await OpenShelfAsync();
        await DialogAsync();
        Assert.Empty(engine.Complaints);
    }

    // The collections stand beside the cards and cover none.
    private async Task OpenShelfAsync()
    {
        await engine.GoAsync(site);
        await engine.WaitAsync("document.readyState === 'complete' && document.querySelector('.card')");
        await engine.ClickAsync("#shelf summary");
        await engine.WaitAsync("document.querySelector('.look__sheet > .shelf')");
        await engine.WaitAsync("""
            [...document.querySelectorAll('.card')].slice(0, 12)
              .every(card => card.getBoundingClientRect().right <= document.querySelector('collection-shelf').getBoundingClientRect().left)
            """);
        await engine.ClickAsync(".shelf [data-closes]");
        await engine.WaitAsync("!document.querySelector('#shelf[open]')");
    }

    private async Task DialogAsync()
    {
        await engine.EvaluateAsync("document.querySelector('.card a').focus()");
        await engine.PressAsync("t");
        await engine.WaitAsync("document.activeElement.name === 'addtag'");
        await engine.ClickAsync("dialog.more [data-act=close]");
        await engine.WaitAsync("!document.querySelector('dialog.more') && document.activeElement.matches('.card a')");
    }
}
