using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

public sealed class LookTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task axe_finds_nothing_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        var page = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        foreach (var address in await AddressesAsync())
        {
            await page.GotoAsync(address);
            await Accessibility.CheckAsync(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{address} scrolls sideways");
        }
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Dark, 1440, "masonry")]
    [InlineData(ColorScheme.Light, 1440, "list")]
    [InlineData(ColorScheme.Light, 390, "grid")]
    public async Task axe_finds_nothing_in_a_narrowed_gallery_with_its_filters_open(ColorScheme scheme, int width, string view)
    {
        var page = await OpenAsync(new()
        {
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 844 }
        });
        await page.GotoAsync($"/?search=fog&type=image&model=-nobody&view={view}");
        await page.Locator("#panel summary").ClickAsync();
        await page.Locator("#facets [data-facet-count]").First.WaitForAsync();
        await page.Locator("#months a").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Accessibility.CheckAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways");
    }

    // A page comes in pieces, and a browser shows what it has.
    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(1000)]
    [InlineData(390)]
    public async Task the_bar_does_not_shift_while_it_loads(int width)
    {
        const string Places = "[...document.querySelectorAll('.bar__mark, .search, .search > .icon')].map(part => { const box = "
            + "part.getBoundingClientRect(); return `${part.getAttribute('class')} ${box.x} ${box.width}`; }).join('; ')";
        var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        await page.GotoAsync("/");
        var whole = await page.EvaluateAsync<string>(Places);
        foreach (var next in (string[])["<input type=\"search\"", "<div class=\"bar__tools\"", "<form class=\"menu\""])
        {
            await page.RouteAsync("**/", async route =>
            {
                var answer = await route.FetchAsync();
                // As an engine sees it that does not wait for the last element.
                const string Expect = "<link rel=\"expect\" href=\"/#palette\" blocking=\"render\">";
                var text = await answer.TextAsync();
                Assert.Contains(Expect, text);
                text = text.Replace(Expect, "", StringComparison.Ordinal);
                Assert.Contains(next, text);
                await route.FulfillAsync(new() { Response = answer, Body = text[..text.IndexOf(next, StringComparison.Ordinal)] });
            }, new() { Times = 1 });
            await page.GotoAsync("/");
            Assert.Equal(whole, await page.EvaluateAsync<string>(Places));
        }
    }

    [BrowserFact]
    public async Task a_theme_is_switched_at_once_and_kept()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync("/import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync(), "**/theme");
        Assert.Equal("light", await page.Locator("html").GetAttributeAsync("data-theme"));
        await page.ReloadAsync();
        Assert.Equal("light", await page.Locator("html").GetAttributeAsync("data-theme"));
        // It was chosen for the library, which other tests share.
        var other = await OpenAsync();
        await other.GotoAsync("/import");
        Assert.Equal("light", await other.Locator("html").GetAttributeAsync("data-theme"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await page.RunAndWaitForResponseAsync(() => page.Locator("#themes button[value=system]").ClickAsync(), "**/theme");
        await other.ReloadAsync();
        Assert.Null(await other.Locator("html").GetAttributeAsync("data-theme"));
    }

    [BrowserFact]
    public async Task without_scripts_a_theme_is_switched_by_a_form()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await page.Locator("html[data-theme=dark]").WaitForAsync();
        Assert.EndsWith("/import", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await page.Locator("#themes button[value=system]").ClickAsync();
        await page.Locator("html:not([data-theme])").WaitForAsync();
    }

    [BrowserFact]
    public async Task markup_in_prompts_is_shown_as_text()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        Assert.Equal(BrowserSite.PromptWithMarkup, await page.Locator($"#post-{Site.Roots[1].Id} [dir=auto]").TextContentAsync());
        await page.GotoAsync($"/posts/{Site.Roots[1].Id}");
        Assert.Equal(BrowserSite.PromptWithMarkup, await page.Locator("#prompt").TextContentAsync());
        Assert.DoesNotContain("owned", (await page.TitleAsync()).Split(" · ")[1], StringComparison.Ordinal);
    }

    private async Task<string[]> AddressesAsync()
    {
        ImportRun[] runs =
        [
            new() { Id = Guid.NewGuid(), State = ImportState.Finished, StartedAt = Make.Start, FinishedAt = Make.Start,
                Counts = new() { Families = 1, Posts = 2 }, Issues = [new(IssueCode.NoId, "a.json", "$[1]", "No id", Rejected: true)] },
            new() { Id = Guid.NewGuid(), State = ImportState.Failed, StartedAt = Make.Start, FinishedAt = Make.Start,
                Failure = "Not an export." },
        ];
        await using var session = Site.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(runs);
        await session.SaveChangesAsync();
        return ["/", $"/posts/{Site.Roots[1].Id}", $"/posts/{Site.Roots[4].Id}", "/import", "/media", "/duplicates", "/media/review",
            "/media/missing", "/demo", "/facets", "/settings", "/presets/new?query=search=fog", "/help/search", "/help/keys",
            .. runs.Select(run => $"/import/{run.Id}"), "/error/503"];
    }
}
