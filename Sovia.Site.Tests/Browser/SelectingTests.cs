using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>The bar of a selection.</summary>
public sealed class SelectingTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task a_selection_outlives_searches_and_pages_is_changed_at_once_and_undone_by_a_key()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Locator($"#post-{Site.Roots[5].Id} a").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Locator($"#post-{Site.Roots[8].Id} a").FocusAsync();
        await page.Keyboard.PressAsync("Shift+X");
        await page.GetByText("4 selected").WaitForAsync();
        // One of them has no words.
        await page.GotoAsync("/?search=lighthouse");
        await page.GetByText("4 selected").WaitForAsync();
        await page.GetByText("1 not shown here").WaitForAsync();
        Assert.Equal(3, await page.Locator(".card--selected").CountAsync());
        await page.Locator("#tray summary").Filter(new() { HasText = "Tag" }).ClickAsync();
        await page.GetByLabel("Tags, with commas between them").FillAsync("harbour");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Tagged 4 items with harbour.").WaitForAsync();
        Assert.EndsWith("/?search=lighthouse", page.Url, StringComparison.Ordinal);
        await page.GetByText("4 selected").WaitForAsync();
        await page.Locator("main").ClickAsync(new() { Position = new() { X = 4, Y = 4 } });
        await page.Keyboard.PressAsync("Control+z");
        await page.GetByText("Undid: Tagged 4 items with harbour.").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync("/?tag=harbour");
        await page.GetByText("No results").WaitForAsync();
    }

    [BrowserFact]
    public async Task all_results_are_selected_by_their_query_and_two_to_four_posts_are_compared()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?unit=post");
        await page.Locator($"#post-{Site.Roots[0].Id} a").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.GetByRole(AriaRole.Button, new() { Name = "All 122 results" }).ClickAsync();
        await page.GetByText("All 122 results selected").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.GetByText("Select two to four items to compare.").WaitForAsync();
        await page.Locator("#tray summary").Filter(new() { HasText = "Rate" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "2 stars" }).ClickAsync();
        await page.GetByText("Rated 122 items 2 stars.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.GetByText("Undid: Rated 122 items 2 stars.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear selection" }).ClickAsync();
        foreach (var root in Site.Roots.Take(2))
        {
            await page.Locator($"#post-{root.Id} a").FocusAsync();
            await page.Keyboard.PressAsync("x");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.WaitForURLAsync($"**/compare?ids={Site.Roots[0].Id},{Site.Roots[1].Id}&query=unit%3Dpost");
    }

    [BrowserFact]
    public async Task a_finger_selects_in_select_mode_and_opens_outside_it()
    {
        var page = await OpenAsync(new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync("/");
        await page.Locator("#select").TapAsync();
        await page.Locator($"#post-{Site.Roots[0].Id}").TapAsync();
        await page.GetByText("1 selected").WaitForAsync();
        await page.Locator($"#post-{Site.Roots[1].Id}").TapAsync();
        await page.GetByText("2 selected").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear selection" }).TapAsync();
        await page.Locator($"#post-{Site.Roots[0].Id}").TapAsync();
        await page.WaitForURLAsync($"**/posts/{Site.Roots[0].Id}");
    }
}
