using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

public sealed class SearchingTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task typing_replaces_results_and_address_and_keeps_the_place_in_the_box()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var steps = await page.EvaluateAsync<int>("history.length");
        await page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync("picture 7 lighthouse");
        await page.WaitForURLAsync("**/?search=picture%207%20lighthouse");
        await page.Locator("[data-count='1']").WaitForAsync();
        Assert.Equal("search", await page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.Equal(steps, await page.EvaluateAsync<int>("history.length"));
        await page.Locator("[role=status]", new() { HasText = "1 stack" }).WaitForAsync();
    }

    [BrowserFact]
    public async Task results_follow_each_letter_and_leaving_the_box_looks_for_what_it_says()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var box = page.GetByLabel("Search", new() { Exact = true });
        await page.EvaluateAsync(
            "document.addEventListener('htmx:afterSwap', () => { if (document.querySelector('.nothing')) document.title = 'nothing was "
            + "shown' })");
        await box.PressSequentiallyAsync("l");
        await page.Locator("[data-count='79']").WaitForAsync();
        await box.PressSequentiallyAsync("ighth");
        await page.WaitForURLAsync("**/?search=lighth");
        await page.Locator("mark", new() { HasText = "lighthouse" }).First.WaitForAsync();
        // No word goes on like this: what was found stays, and is seen to be no answer to it.
        await box.PressSequentiallyAsync("x");
        await page.Locator("[role=status]", new() { HasText = "No results yet" }).WaitForAsync();
        await page.Locator("#results[aria-busy=true] .card").First.WaitForAsync();
        Assert.EndsWith("/?search=lighth", page.Url, StringComparison.Ordinal);
        await page.WaitForFunctionAsync("() => +getComputedStyle(document.getElementById('results')).opacity < 0.6");
        await box.PressAsync("Backspace");
        await page.Locator("#results:not([aria-busy]) .card").First.WaitForAsync();
        Assert.NotEqual("nothing was shown", await page.TitleAsync());
        await box.PressAsync("Tab");
        await page.GetByText("No results").WaitForAsync();
        Assert.EndsWith("/?search=lighth", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task a_late_answer_never_takes_the_place_of_a_newer_one()
    {
        var page = await OpenAsync();
        var late = new TaskCompletionSource();
        await page.RouteAsync("**/?search=l", async route =>
        {
            await late.Task;
            try { await route.ContinueAsync(); } catch (PlaywrightException) { /* given up by the page, as it should be */ }
        });
        await page.GotoAsync("/");
        var box = page.GetByLabel("Search", new() { Exact = true });
        await box.PressSequentiallyAsync("l");
        await page.Locator("#results[aria-busy=true]").WaitForAsync();
        await box.PressSequentiallyAsync("ighthouse 77");
        await page.Locator("[data-count='1']").WaitForAsync();
        late.SetResult();
        await page.WaitForURLAsync("**/?search=lighthouse%2077");
        await page.EvaluateAsync("fetch('/?search=l').then(answer => answer.text())");
        Assert.Equal(1, await page.Locator(".card").CountAsync());
    }

    [BrowserFact]
    public async Task a_menu_of_replaced_results_closes_on_escape_and_on_a_click_elsewhere()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync("lighthouse");
        await page.WaitForURLAsync("**/?search=lighthouse");
        var menu = page.Locator(".look:not(.presets, #shelf)");
        var open = page.Locator(".look[open]");
        await menu.Locator("summary").ClickAsync();
        await open.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await open.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("Enter");
        await open.WaitForAsync();
        // The first click closes the menu and does not open the card.
        await page.Locator(".card a").First.ClickAsync();
        await open.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.EndsWith("/?search=lighthouse", page.Url, StringComparison.Ordinal);
        await page.Locator(".card a").First.ClickAsync();
        await page.WaitForURLAsync("**/posts/**");
    }

    [BrowserFact]
    public async Task a_suggestion_is_taken_by_keyboard()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var box = page.GetByLabel("Search", new() { Exact = true });
        await box.PressSequentiallyAsync("fog mod");
        await page.Locator("[role=option]", new() { HasText = "model:" }).WaitForAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        Assert.Equal("fog model:", await box.InputValueAsync());
        await page.Locator("[role=option]", new() { HasText = "imagine_h_1" }).WaitForAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Tab");
        Assert.Equal("fog model:imagine_h_1", await box.InputValueAsync());
        await page.WaitForURLAsync("**/?search=fog%20model:imagine_h_1");
    }

    [BrowserFact]
    public async Task a_month_at_the_edge_is_jumped_to_by_dragging()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var months = page.Locator("#months li");
        await months.Nth(2).WaitForAsync();
        await page.Locator("#months a[data-month='2025-10'][aria-current]").WaitForAsync();
        var (from, to) = ((await months.Nth(0).BoundingBoxAsync())!, (await months.Nth(2).BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2));
        await page.Locator("#months [data-held]", new() { HasText = "Aug 2025" }).WaitForAsync();
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync("**/?at=2025-08");
        await page.Locator("#months a[data-month='2025-08'][aria-current]").WaitForAsync();
    }

    [BrowserFact]
    public async Task without_scripts_filters_are_a_form_and_a_page()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jump to a month" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "September 2025" }).First.ClickAsync();
        await page.GetByLabel("Active filters").GetByText("September 2025").WaitForAsync();
        await page.Locator("#panel summary").ClickAsync();
        await page.Locator("#panel [name=type]").SelectOptionAsync("video");
        await page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        // The one family of that month that has a video.
        await page.Locator($"#results [data-post-id='{Site.Roots[4].Id}']").WaitForAsync();
        Assert.Equal(1, await page.Locator(".card").CountAsync());
        Assert.Contains("type=video", page.Url, StringComparison.Ordinal);
        Assert.Contains("month=2025-09", page.Url, StringComparison.Ordinal);
    }
}
