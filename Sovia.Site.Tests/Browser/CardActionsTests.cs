using Microsoft.Playwright;

namespace Sovia.Tests.Browser;

public sealed class CardActionsTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task the_card_under_the_pointer_can_be_liked_selected_and_have_its_words_copied()
    {
        var page = await OpenAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync("/");
        var card = page.Locator($"#post-{Site.Roots[2].Id}");
        Assert.Equal(0, await page.Locator(".card__actions").CountAsync());
        await card.HoverAsync();
        var like = card.GetByRole(AriaRole.Button, new() { Name = "Like" });
        await page.RunAndWaitForResponseAsync(() => like.ClickAsync(), response => response.Request.Method == "PUT" && response.Ok);
        await card.Locator("[data-mark=liked]").WaitForAsync();
        Assert.Equal("true", await like.GetAttributeAsync("aria-pressed"));
        await card.GetByRole(AriaRole.Button, new() { Name = "Select" }).ClickAsync();
        await page.GetByText("1 selected").First.WaitForAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Copy prompt" }).ClickAsync();
        await page.GetByText("Prompt copied").WaitForAsync();
        Assert.Equal("Picture 2 of a lighthouse in fog", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        // One set of buttons moves along.
        await page.Locator($"#post-{Site.Roots[3].Id}").HoverAsync();
        Assert.Equal(1, await page.Locator(".card__actions").CountAsync());
        Assert.Equal("false", await page.Locator(".card__actions [data-act=like]").GetAttributeAsync("aria-pressed"));
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task card_actions_follow_their_card_in_tab_order()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("like", await page.EvaluateAsync<string>("document.activeElement.dataset.act"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("1 selected").First.WaitForAsync();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_card_is_rated_tagged_and_liked_by_keys_a_pointer_or_a_finger(bool isTouch)
    {
        var page = await OpenAsync(isTouch ? new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } }
            : new());
        await page.GotoAsync("/");
        var id = Site.Roots[isTouch ? 0 : 5].Id;
        var card = page.Locator($"#post-{id}");
        var dialog = page.Locator("dialog.more");
        if (isTouch) await card.Locator(".card__more").TapAsync();
        else
        {
            await card.HoverAsync();
            await card.GetByRole(AriaRole.Button, new() { Name = "Rate, tag and more" }).ClickAsync();
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = "4 stars" }).ClickAsync();
        await page.GetByText("Rated 1 item 4 stars.").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Like" }).ClickAsync();
        await card.Locator("[data-mark=liked]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("true", await dialog.GetByRole(AriaRole.Button, new() { Name = "Like" }).GetAttributeAsync("aria-pressed"));
        await Accessibility.CheckAsync(page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await card.Locator("[data-mark=rated]", new() { HasText = "★4" }).WaitForAsync();
        Assert.Equal($"post-{id}", await page.EvaluateAsync<string>("document.activeElement.closest('.card').id"));
        // By keys: `t` writes a tag, a digit in the dialog rates.
        await page.Keyboard.PressAsync("t");
        await dialog.Locator("[name=addtag]:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("from a card");
        await page.Keyboard.PressAsync("Enter");
        await dialog.Locator(".annotate__tag", new() { HasText = "from a card" }).WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Copy prompt" }).FocusAsync();
        await page.Keyboard.PressAsync("2");
        await dialog.Locator(".annotate[data-rating='2']").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator($"#post-{id}[data-tags='from a card'][data-rating='2']").WaitForAsync();
        Assert.Equal(0, await dialog.CountAsync());
        // What goes to the trash leaves the list.
        await page.Keyboard.PressAsync("t");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move to trash" }).ClickAsync();
        await dialog.GetByText("In the trash").WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await card.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [BrowserFact]
    public async Task a_like_taken_back_leaves_the_heart_of_a_family_with_another()
    {
        var page = await OpenAsync();
        var clip = (await Site.MembersAsync(Site.Roots[4].Id)).First(id => id != Site.Roots[4].Id);
        await page.GotoAsync($"/posts/{clip}");
        const string Filled = "getComputedStyle(document.querySelector('.panel [data-act=like] .icon')).fill !== 'none'";
        Assert.False(await page.EvaluateAsync<bool>(Filled));
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Like" }).ClickAsync(), response =>
            response.Request.Method == "PUT" && response.Ok);
        Assert.Equal("true", await page.GetByRole(AriaRole.Button, new() { Name = "Like" }).GetAttributeAsync("aria-pressed"));
        Assert.True(await page.EvaluateAsync<bool>(Filled));
        await page.GotoAsync("/");
        var card = page.Locator($"#post-{Site.Roots[4].Id}");
        await card.Locator("[data-mark=liked]").WaitForAsync();
        await card.Locator("a").FocusAsync();
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("l"), response => response.Request.Method == "DELETE"
            && response.Ok);
        await page.GetByText("Another item in this stack is still liked").WaitForAsync();
        Assert.Equal(1, await card.Locator("[data-mark=liked]").CountAsync());
    }

    [BrowserFact]
    public async Task the_heart_is_of_a_single_item_if_the_last_unit_parameter_is_items()
    {
        var page = await OpenAsync();
        var clip = (await Site.MembersAsync(Site.Roots[4].Id)).First(id => id != Site.Roots[4].Id);
        await page.GotoAsync("/?unit=family&unit=Post");
        await page.EvaluateAsync($"fetch('/api/posts/{clip}/like', {{ method: 'PUT' }})");
        await page.Locator($"#post-{Site.Roots[4].Id} a").FocusAsync();
        foreach (var method in new[] { "PUT", "DELETE" })
            await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("l"), response => response.Request.Method == method
                && response.Ok);
        await page.GetByText("Like removed. Press L to undo.").WaitForAsync();
        await page.EvaluateAsync($"fetch('/api/posts/{clip}/like', {{ method: 'DELETE' }})");
    }
}
