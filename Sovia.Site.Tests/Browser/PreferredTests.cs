using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>Choosing where it is seen, with scripts.</summary>
public sealed class PreferredTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task a_layout_that_is_chosen_in_the_menu_is_kept_and_the_list_stays()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?sort=date_asc");
        await page.Locator(".look:not(.presets, #shelf) summary").ClickAsync();
        await page.Locator(".look label:has([value=list])").ClickAsync();
        await page.Locator(".wall--list").First.WaitForAsync();
        await page.WaitForURLAsync("**/?sort=date_asc&view=list");
        var other = await OpenAsync();
        await other.GotoAsync("/");
        Assert.Equal(1, await other.Locator(".wall--list").First.CountAsync());
        await other.GotoAsync("/settings");
        await other.GetByRole(AriaRole.Button, new() { Name = "Reset all" }).ClickAsync();
        await other.GotoAsync("/");
        Assert.Equal(0, await other.Locator(".wall--list").CountAsync());
    }

    [BrowserFact]
    public async Task a_preset_is_saved_made_the_default_shown_and_left()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?search=fog");
        var count = await page.Locator("[data-count]").First.TextContentAsync();
        await page.Locator(".presets summary").ClickAsync();
        await page.Locator("#preset-name").FillAsync("Fog");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save preset" }).ClickAsync();
        await page.Locator(".presets summary", new() { HasText = "Fog" }).WaitForAsync();
        await page.GotoAsync("/settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make Fog the default" }).ClickAsync();
        await page.Locator("[data-preset-id][data-default]").WaitForAsync();
        await page.GotoAsync("/");
        Assert.Equal(count, await page.Locator("[data-count]").First.TextContentAsync());
        // Scripts read the address, which says what is shown.
        Assert.Contains("search=fog", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show everything" }).ClickAsync();
        await page.WaitForURLAsync("**/?preset=none");
        await page.Locator("#filters [name=search]").FillAsync("fog");
        await page.WaitForURLAsync("**/?search=fog*");
        await page.Locator("#filters [name=search]").FillAsync("");
        await page.WaitForURLAsync("**/?preset=none");
        Assert.NotEqual(count, await page.Locator("[data-count]").First.TextContentAsync());
        await page.GotoAsync("/settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Fog" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore Fog" }).WaitForAsync();
        await page.GotoAsync("/");
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);
    }
}
