namespace Sovia.Tests.Browser.Engines;

/// <summary>
/// A typical session in any engine: scrolling far down, opening a post and returning, leaving and returning, search, dialogs,
/// filters and theme.
/// </summary>
/// <param name="engine">The browser.</param>
/// <param name="site">Where the site listens. Eight pages and more lie in its library.</param>
/// <param name="rare">A word of one post alone.</param>
internal sealed class Journey(IEngine engine, string site, string rare)
{
    private const int Pages = 8, PageSize = 50, Down = 330;

    /// <summary>The whole of it.</summary>
    public async Task GoAsync()
    {
        await engine.ResizeAsync(1280, 860);
        await engine.GoAsync(site);
        await ScrollAsync();
        await OpenPostAndReturnAsync("history.back()");
        await OpenPostAndReturnAsync(null);
        await LeaveAndReturnAsync();
        await SearchAsync();
        await DialogsAsync();
        await FiltersAsync();
        await ThemeAsync();
        Assert.Empty(engine.Complaints);
    }

    private async Task ScrollAsync()
    {
        for (var page = 1; page < Pages; page++)
        {
            await engine.EvaluateAsync("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
            await engine.WaitAsync($"document.querySelectorAll('.card').length > {page * PageSize}");
        }
    }

    /// <summary>Opens a card and returns.</summary>
    /// <param name="returnScript">How, in script; null presses Escape.</param>
    private async Task OpenPostAndReturnAsync(string? returnScript)
    {
        var id = await ScrollToCardAsync(Down);
        await engine.ClickAsync($"#{id}");
        await engine.WaitAsync(
            "location.pathname.startsWith('/posts/') && document.querySelector('.stage') && document.readyState === 'complete'");
        if (returnScript is null) await engine.PressAsync("Escape");
        else await engine.EvaluateAsync(returnScript);
        await WaitForCardAtAsync(id, 240);
        Assert.Contains("at=", await engine.EvaluateAsync<string>("location.search"), StringComparison.Ordinal);
    }

    private async Task LeaveAndReturnAsync()
    {
        // Not the card that was opened before.
        var id = await ScrollToCardAsync(Down - 160);
        await engine.ClickAsync(".rail a[href='/media']");
        await engine.WaitAsync("location.pathname === '/media' && document.readyState === 'complete'");
        await engine.EvaluateAsync("history.back()");
        await WaitForCardAtAsync(id, 240);
    }

    private async Task SearchAsync()
    {
        await engine.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await engine.PressAsync("/");
        await engine.WaitAsync("document.activeElement.name === 'search'");
        await engine.TypeAsync(rare);
        await engine.WaitAsync(
            $"location.search.includes('search={rare}') && document.querySelectorAll('.card').length === 1 && document.querySelector('#count [data-count=\"1\"]')");
        Assert.Equal("search", await engine.EvaluateAsync<string>("document.activeElement.name"));
    }

    private async Task DialogsAsync()
    {
        await engine.EvaluateAsync("document.activeElement.blur()");
        await engine.PressAsync("?");
        await engine.WaitAsync("document.querySelector('#keys[open] li, #keys[open] dt, #keys[open] tr, #keys[open] kbd')");
        await engine.PressAsync("Escape");
        await engine.WaitAsync("!document.querySelector('#keys[open]')");
        await engine.PressAsync("k", control: true);
        await engine.WaitAsync("document.querySelector('#palette[open]')");
        await engine.TypeAsync("lib");
        await engine.WaitAsync("document.querySelector('#palette [role=option][aria-selected=true]')?.textContent.includes('Library')");
        await engine.PressAsync("Enter");
        await engine.WaitAsync(
            $"location.pathname === '/' && !location.search.includes('search=') && document.readyState === 'complete' && document.querySelectorAll('.card').length === {PageSize}");
    }

    private async Task FiltersAsync()
    {
        await engine.ClickAsync("#panel summary");
        await engine.WaitAsync("document.querySelector('#facets [data-facet=model] .facet__name')");
        await engine.ClickAsync("#facets [data-facet=model] .facet__name");
        await engine.WaitAsync(
            "location.search.includes('model=') && document.querySelector('.chips a') && document.readyState === 'complete'");
        await engine.ClickAsync(".chips a");
        await engine.WaitAsync(
            "!location.search.includes('model=') && !document.querySelector('.chips a') && document.readyState === 'complete'");
    }

    private async Task ThemeAsync()
    {
        foreach (var theme in (string[])["dark", "light"])
        {
            await engine.ClickAsync(".theme-button");
            await engine.ClickAsync($"#themes button[value={theme}]");
            await engine.WaitAsync($"document.documentElement.dataset.theme === '{theme}' && document.cookie.includes('theme={theme}')");
        }
        await engine.GoAsync($"{site}/help/search");
        await engine.WaitAsync("document.documentElement.dataset.theme === 'light'");
    }

    /// <summary>Brings a card to 240 pixels below the top of the view.</summary>
    private async Task<string> ScrollToCardAsync(int card)
    {
        const string IsInPlace = "Math.abs(card.getBoundingClientRect().top - 240) < 1";
        // Walls that come into view take their real heights, so that it is brought there until it stays.
        await engine.WaitAsync(
            $"(card => card && ({IsInPlace} || (card.scrollIntoView({{ behavior: 'instant' }}), scrollBy({{ top: card.getBoundingClientRect().top - 240, behavior: 'instant' }}), false)))(document.querySelectorAll('.card')[{card}])");
        return await engine.EvaluateAsync<string>($"document.querySelectorAll('.card')[{card}].id");
    }

    private Task WaitForCardAtAsync(string id, double top) =>
        engine.WaitAsync(
            $"(card => location.pathname === '/' && card && Math.abs(card.getBoundingClientRect().top - {top}) < 1.5)(document.getElementById('{id}'))");
}
