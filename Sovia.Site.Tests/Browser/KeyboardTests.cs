using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

public sealed class KeyboardTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task arrows_walk_from_card_to_card_and_enter_opens()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("ArrowDown");
        await OnCardAsync(page, 0);
        await page.Keyboard.PressAsync("ArrowRight");
        await OnCardAsync(page, 1);
        var left = await LeftAsync(page);
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(left, await LeftAsync(page));
        await page.Keyboard.PressAsync("ArrowUp");
        await OnCardAsync(page, 1);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/posts/{Site.Roots[1].Id}");
    }

    [BrowserFact]
    public async Task l_likes_the_card_and_takes_it_back()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("ArrowDown");
        var heart = page.Locator($"#post-{Site.Roots[0].Id} [data-mark=liked]");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("l"), response => response.Request.Method == "PUT"
            && response.Ok);
        await heart.WaitForAsync();
        await page.GetByText("Press L to undo").WaitForAsync();
        await page.ReloadAsync();
        await heart.WaitForAsync();
        await page.Locator($"#post-{Site.Roots[0].Id} a").FocusAsync();
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("l"), response => response.Request.Method == "DELETE"
            && response.Ok);
        Assert.Equal(0, await heart.CountAsync());
    }

    [BrowserFact]
    public async Task x_selects_and_escape_selects_nothing()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        foreach (var key in new[] { "ArrowDown", "x", "ArrowRight", "x" }) await page.Keyboard.PressAsync(key);
        await page.GetByText("2 selected").First.WaitForAsync();
        Assert.Equal(2, await page.Locator(".card [data-mark=selected]").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".card [data-mark=selected]").CountAsync());
        Assert.True(await page.Locator("#picked").IsHiddenAsync());
    }

    [BrowserFact]
    public async Task letters_lead_to_pages_but_not_while_somebody_types()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await sheet.GetByText("Move between items").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await sheet.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gi");
        Assert.Equal("gi", await page.GetByLabel("Search", new() { Exact = true }).InputValueAsync());
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.TypeAsync("gi");
        await page.WaitForURLAsync("**/import");
    }

    [BrowserFact]
    public async Task a_key_pressed_right_after_a_dialog_closed_is_not_lost()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog).GetByText("Move between items").WaitForAsync();
        // The dialog keeps the focus until the browser renders, so both happen in one task.
        var focus = await page.EvaluateAsync<string[]>("""
            () => {
              document.getElementById("keys").close();
              const from = document.activeElement;
              from.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
              return [from.closest("dialog")?.id ?? "", document.activeElement.name ?? ""];
            }
            """);
        Assert.Equal(["keys", "search"], focus);
    }

    [BrowserFact]
    public async Task the_palette_finds_a_page_by_its_first_letters()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("files");
        await page.Locator("#palette [role=option][aria-selected=true]", new() { HasText = "Files" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/media");
    }

    [BrowserFact]
    public async Task the_palette_begins_with_recent_searches_and_the_filters()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var box = page.GetByLabel("Search", new() { Exact = true });
        await box.FillAsync("fog");
        await page.WaitForURLAsync("**/?search=fog");
        await box.BlurAsync();
        await page.Keyboard.PressAsync("Control+k");
        var options = page.Locator("#palette [role=option]");
        await options.First.WaitForAsync();
        Assert.StartsWith("fog", await options.First.TextContentAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Filters", await options.Nth(1).TextContentAsync(), StringComparison.Ordinal);
        await page.Keyboard.TypeAsync("filters");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#panel[open]").WaitForAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await options.First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/?search=fog");
    }

    [BrowserFact]
    public async Task a_click_beside_the_commands_leaves_the_palette_open()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#palette [role=option]").First.WaitForAsync();
        await page.EvaluateAsync("document.querySelector('#palette [role=listbox]').click()");
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('palette').open"));
    }

    [BrowserFact]
    public async Task g_and_l_lead_to_the_library_and_like_nothing()
    {
        var page = await OpenAsync();
        var likes = 0;
        page.Request += (_, request) => likes += request.Method == "PUT" ? 1 : 0;
        await page.GotoAsync("/?search=fog");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("gl");
        await page.WaitForURLAsync(new Regex("/$"));
        Assert.Equal(0, likes);
    }

    [BrowserFact]
    public async Task a_cull_takes_keys_again_after_a_mark_that_was_never_answered()
    {
        var page = await OpenAsync();
        var marks = 0;
        // The browser stays on the page.
        await page.RouteAsync("**/cull**", route =>
        {
            if (route.Request.Method != "POST") return route.ContinueAsync();
            marks++;
            return route.FulfillAsync(new() { Status = 204 });
        });
        await page.GotoAsync("/cull");
        // Waits three seconds for an answer.
        for (var press = 0; marks < 2 && press < 100; press++) await page.Keyboard.PressAsync("p", new() { Delay = 100 });
        Assert.Equal(2, marks);
    }

    private Task<IJSHandle> OnCardAsync(IPage page, int root) =>
        page.WaitForFunctionAsync("id => document.activeElement.closest('.card')?.dataset.postId === id", Site.Roots[root].Id.ToString());

    private static Task<double> LeftAsync(IPage page) =>
        page.EvaluateAsync<double>("document.activeElement.closest('.card').getBoundingClientRect().left");
}
