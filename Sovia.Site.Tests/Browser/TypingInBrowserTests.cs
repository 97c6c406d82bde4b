using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

/// <summary>What becomes of results that were found while somebody was typing.</summary>
public sealed class TypingInBrowserTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task a_card_found_by_a_beginning_is_opened_and_back_finds_the_same_results()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var box = page.GetByLabel("Search", new() { Exact = true });
        await box.PressSequentiallyAsync("lighth");
        await page.Locator("[data-count='79']").WaitForAsync();
        await page.Locator(".card a").First.ClickAsync();
        await page.WaitForURLAsync("**/posts/**");
        await page.GoBackAsync();
        await page.Locator("[data-count='79']").WaitForAsync();
        Assert.Equal("lighth", await box.InputValueAsync());
        // Nor are they lost by another order, or by a look into the box.
        await box.FocusAsync();
        await page.RunAndWaitForResponseAsync(() => box.PressAsync("Tab"), response =>
            response.Url.Contains("/?search=lighth", StringComparison.Ordinal));
        await page.Locator(".look:not(.presets, #shelf) summary").ClickAsync();
        await page.Locator(".look [name=sort]").SelectOptionAsync("date_asc");
        await page.WaitForURLAsync("**/?search=lighth&sort=date_asc&open=1");
        await page.Locator("[data-count='79']").WaitForAsync();
    }

    [BrowserFact]
    public async Task a_card_opened_where_letters_find_nothing_yet_is_left_for_the_results_it_stood_in()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?search=fog");
        await page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync("zzz");
        await page.Locator("[role=status]", new() { HasText = "No results yet" }).WaitForAsync();
        await page.Locator(".card a").First.ClickAsync();
        await page.WaitForURLAsync("**/posts/**");
        await page.GoBackAsync();
        await page.Locator("[data-count='79']").WaitForAsync();
    }

    [BrowserTheory]
    [InlineData(KeyboardModifier.Control)]
    [InlineData(KeyboardModifier.Shift)]
    public async Task opening_a_link_in_another_tab_keeps_the_url(KeyboardModifier key)
    {
        var page = await OpenAsync();
        await page.GotoAsync("/?type=image");
        await page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync("lighth");
        await page.WaitForURLAsync("**/?type=image&search=lighth");
        foreach (var link in new[] { ".card a", ".chips a", "#months a[data-month='2025-08']" })
        {
            var beside = await page.Context.RunAndWaitForPageAsync(() => page.Locator(link).First.ClickAsync(new() { Modifiers = [key] }));
            await beside.CloseAsync();
            Assert.EndsWith("/?type=image&search=lighth", page.Url, StringComparison.Ordinal);
        }
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('place')"));
    }

    [BrowserFact]
    public async Task a_link_to_share_does_not_outlive_its_results()
    {
        var page = await OpenAsync(new() { TimezoneId = "UTC" });
        await page.GotoAsync("/?search=date:2025");
        Assert.Equal(1, await page.Locator("link[rel=canonical]").CountAsync());
        await page.GetByLabel("Search", new() { Exact = true }).FillAsync("lighthouse");
        await page.WaitForURLAsync("**/?search=lighthouse");
        await page.WaitForFunctionAsync("() => !document.querySelector('link[rel=canonical]')");
    }
}
