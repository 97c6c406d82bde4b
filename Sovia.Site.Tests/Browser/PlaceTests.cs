using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

public sealed class PlaceTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task back_finds_the_same_card_at_the_same_height(bool keepsPages)
    {
        var page = await OpenAsync(keepsPages: keepsPages);
        await page.GotoAsync("/");
        await ScrollUntilAsync(page, BrowserSite.Families);
        await page.EvaluateAsync("globalThis.kept = true");
        await page.Locator($"#post-{Site.Roots[70].Id}").EvaluateAsync("""
            card => card.addEventListener("click", () => sessionStorage.setItem("around",
              JSON.stringify([...document.querySelectorAll(".card")].filter(other => Math.abs(other.getBoundingClientRect().top - 400) < 700)
                .map(other => [other.id, other.getBoundingClientRect().left, other.getBoundingClientRect().top]))), { capture: true })
            """);
        var top = await OpenCardAsync(page, $"{Site.Roots[70].Id}");

        // Not GoBackAsync: it waits for a load, which a page from the back/forward cache never has.
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync($"**/?at={Site.Roots[70].Id}", new() { WaitUntil = WaitUntilState.Commit });
        await WaitForCardAtAsync(page, $"{Site.Roots[70].Id}", top);
        // So do all cards around it: none is dealt to another column.
        await page.WaitForFunctionAsync("""
            () => { const around = JSON.parse(sessionStorage.getItem("around")); return around.length > 8 && around.every(([id, left, top]) => {
              const box = document.getElementById(id)?.getBoundingClientRect();
              return box && Math.abs(box.left - left) < 1.5 && Math.abs(box.top - top) < 1.5;
            }); }
            """);
        Assert.Equal(keepsPages, await page.EvaluateAsync<bool>("globalThis.kept === true"));

        await page.ReloadAsync();
        await WaitForCardAtAsync(page, $"{Site.Roots[70].Id}", top);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_link_that_leads_elsewhere_and_back_finds_the_same_place_and_not_an_older_one(bool keepsPages)
    {
        var page = await OpenAsync(keepsPages: keepsPages);
        await page.GotoAsync("/");
        await ScrollUntilAsync(page, BrowserSite.Families);
        await OpenCardAsync(page, $"{Site.Roots[90].Id}");
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync($"**/?at={Site.Roots[90].Id}", new() { WaitUntil = WaitUntilState.Commit });
        await InViewAsync(page, Site.Roots[90].Id);

        var id = $"{Site.Roots[70].Id}";
        await page.Locator($"#post-{id}")
            .EvaluateAsync("card => { card.scrollIntoView(); scrollBy(0, card.getBoundingClientRect().top - 240); }");
        // Cards above may still be on their way: where it is when the link is followed counts.
        await page.Locator(".rail a[href='/media']").EvaluateAsync(
            "(link, id) => link.addEventListener('click', () => sessionStorage.setItem('top', "
            + "document.getElementById(id).getBoundingClientRect().top), { capture: true })",
            $"post-{id}");
        await page.Locator(".rail a[href='/media']").ClickAsync();
        await page.WaitForURLAsync("**/media");
        var top = await page.EvaluateAsync<double>("+sessionStorage.getItem('top')");
        Assert.InRange(top, 1, 800);
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync("**/?at=*", new() { WaitUntil = WaitUntilState.Commit });
        await WaitForCardAtAsync(page, id, top);
    }

    [BrowserFact]
    public async Task a_shared_place_opens_on_its_card_and_leads_up_to_the_top_without_a_jump()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/?at={Site.Roots[90].Id}");
        await InViewAsync(page, Site.Roots[90].Id);
        while (await page.Locator("a[rel=prev]").CountAsync() > 0)
        {
            var here = await page.Locator(".card").CountAsync();
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.WaitForFunctionAsync("count => document.querySelectorAll('.card').length > count", here);
        }
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.WaitForFunctionAsync(ScrollingTests.HasNoSeam);
        Assert.Equal(Site.Roots[0].Id.ToString(), await page.Locator(".card").First.GetAttributeAsync("data-post-id"));
    }

    [BrowserFact]
    public async Task the_last_of_two_at_parameters_is_opened()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/?at={Site.Roots[66].Id}&at={Site.Roots[70].Id}&at=");
        await page.WaitForFunctionAsync("id => document.activeElement.closest('article')?.id === id", $"post-{Site.Roots[70].Id}");
    }

    [BrowserFact]
    public async Task the_way_back_of_a_post_opens_the_gallery_on_it()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{Site.Roots[80].Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the library" }).ClickAsync();
        await InViewAsync(page, Site.Roots[80].Id);
    }

    [BrowserFact]
    public async Task escape_closes_a_post_and_finds_the_gallery_as_it_was_left()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await ScrollUntilAsync(page, 100);
        var top = await OpenCardAsync(page, $"{Site.Roots[70].Id}");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync($"**/?at={Site.Roots[70].Id}");
        await WaitForCardAtAsync(page, $"{Site.Roots[70].Id}", top);
    }

    // Chromium gives up a transition after four seconds, and tells so in the console.
    [BrowserFact]
    public async Task a_slowly_loading_post_logs_no_error()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.RouteAsync("**/css/facts*", async route =>
        {
            await Task.Delay(5_500);
            await route.ContinueAsync();
        });
        await OpenCardAsync(page, $"{Site.Roots[3].Id}");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync($"**/?at={Site.Roots[3].Id}");
    }

    [BrowserFact]
    public async Task arrow_keys_walk_through_posts_but_not_while_somebody_selects_text_with_them()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{Site.Roots[10].Id}");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync($"**/posts/{Site.Roots[11].Id}");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForURLAsync($"**/posts/{Site.Roots[10].Id}");
    }

    private static Task<IJSHandle> InViewAsync(IPage page, Guid id) => page.WaitForFunctionAsync(
        "id => { const box = document.getElementById(id)?.getBoundingClientRect(); return box?.top >= 0 && box.bottom <= innerHeight; }",
        $"post-{id}");
}
