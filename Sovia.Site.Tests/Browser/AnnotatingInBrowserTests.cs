using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>Deciding about a post on its page and on its card.</summary>
public sealed class AnnotatingInBrowserTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFact]
    public async Task a_post_is_rated_tagged_and_written_about_in_place()
    {
        var id = Site.Roots[20].Id;
        await ChangeAsync(new() { AddTags = ["lighthouse keeper"] }, Site.Roots[21].Id, Site.Roots[22].Id);
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{id}");
        await page.EvaluateAsync("globalThis.same = true");
        // The last of quick keys counts.
        foreach (var key in new[] { "3", "5", "4" }) await page.Keyboard.PressAsync(key);
        await page.Locator(".post[data-rating='4']").WaitForAsync();
        Assert.Equal(4, await page.Locator(".annotate__star--on").CountAsync());
        // `t` writes a tag: a word inside is offered, with its number, and Enter takes what is pointed at.
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync("keep");
        await page.Locator("#tag-options [role=option]:has(data[value='2'])", new() { HasText = "lighthouse keeper" }).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".annotate__tag", new() { HasText = "lighthouse keeper" }).WaitForAsync();
        await page.Keyboard.TypeAsync("fog, dusk");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".post[data-tags='dusk,fog,lighthouse keeper']").WaitForAsync();
        Assert.Equal("", await page.Locator("[name=addtag]").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove tag fog" }).DblClickAsync();
        await page.Locator(".post[data-tags='dusk,lighthouse keeper']").WaitForAsync();
        // A note that is being written stays while something else is saved, and is saved when it is left.
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("For the wall");
        await page.GetByRole(AriaRole.Button, new() { Name = "2 stars" }).ClickAsync();
        await page.Locator(".post[data-rating='2']").WaitForAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Keeper");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FocusAsync();
        await page.Locator("h1", new() { HasText = "Keeper" }).WaitForAsync();
        // And one that is left with the page.
        await page.Keyboard.TypeAsync("!");
        Assert.True(await page.EvaluateAsync<bool>("globalThis.same === true"));
        await page.GotoAsync("/media");
        await using var scope = Site.Services.CreateAsyncScope();
        var read = scope.ServiceProvider.GetRequiredService<ReadAnnotations>();
        await Eventually.TrueAsync(async () => (await read.ReadAsync([id], default))[id].Note == "For the wall!",
            "the note is saved with the page that is left");
        await page.GotoAsync($"/posts/{id}");
        Assert.Equal("Keeper", await page.Locator("h1").TextContentAsync());
    }

    [BrowserFact]
    public async Task without_scripts_forms_do_the_same_and_lead_back_to_the_post()
    {
        var id = Site.Roots[23].Id;
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"/posts/{id}?search=fog");
        await page.GetByRole(AriaRole.Button, new() { Name = "4 stars" }).ClickAsync();
        await page.Locator(".post[data-rating='4']").WaitForAsync();
        await page.GetByPlaceholder("Add tags").FillAsync("sea");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        // Enter adds as well, and presses no cross of a tag that is there.
        await page.GetByPlaceholder("Add tags").FillAsync("boat");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".post[data-tags='boat,sea']").WaitForAsync();
        await page.GetByText("Title and note").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("for print");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByText("Added a note to 1 item.").WaitForAsync();
        Assert.EndsWith($"/posts/{id}?search=fog", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task a_digit_rates_the_card_and_a_family_shows_its_best_rating()
    {
        var clip = (await Site.MembersAsync(Site.Roots[4].Id)).First(id => id != Site.Roots[4].Id);
        await ChangeAsync(new() { Rating = 3 }, clip);
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var card = page.Locator($"#post-{Site.Roots[4].Id}");
        await card.Locator("a").FocusAsync();
        foreach (var key in new[] { "2", "5" }) await page.Keyboard.PressAsync(key);
        await card.Locator("[data-mark=rated]", new() { HasText = "★5" }).WaitForAsync();
        await page.GetByText("Rated 5 of 5").WaitForAsync();
        await page.Keyboard.PressAsync("0");
        await page.GetByText("Rating removed. Another item in this stack has 3.").WaitForAsync();
        Assert.Equal("3", await card.GetAttributeAsync("data-rating"));
        await ChangeAsync(new() { Rating = 0 }, clip);
    }

    [BrowserFact]
    public async Task a_tag_that_was_chosen_before_the_answer_came_stays_chosen()
    {
        await ChangeAsync(new() { AddTags = ["tide table"] }, Site.Roots[24].Id);
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{Site.Roots[25].Id}");
        var release = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("typed=tid", StringComparison.Ordinal), async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("t");
        await page.Locator("#tag-options [role=option][data-tag='tide table']").WaitForAsync();
        var answer = page.WaitForResponseAsync(response => response.Url.Contains("typed=tide", StringComparison.Ordinal));
        await page.Keyboard.TypeAsync("tide");
        for (var i = 0; i < 50; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            if (await page.Locator("#tag-options [aria-selected=true][data-tag='tide table']").CountAsync() > 0) break;
        }
        release.SetResult();
        await (await answer).FinishedAsync();
        await page.Locator("#tag-options [role=option]:only-child[aria-selected=true]").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".post[data-tags='tide table']").WaitForAsync();
        await ChangeAsync(new() { RemoveTags = ["tide table"] }, Site.Roots[24].Id, Site.Roots[25].Id);
    }

    [BrowserFact]
    public async Task the_last_of_quick_ratings_is_shown_and_a_failed_one_is_reverted()
    {
        var id = Site.Roots[26].Id;
        var page = await OpenAsync();
        await page.GotoAsync($"/?search=id:{id}");
        await page.Locator($"#post-{id} a").First.FocusAsync();
        await page.Keyboard.PressAsync("3");
        await page.GetByText("Rated 3 of 5").WaitForAsync();
        await page.EvaluateAsync("() => { globalThis.realFetch = fetch; globalThis.fetch = () => Promise.reject(new TypeError('offline')); }");
        await page.Keyboard.PressAsync("5");
        await page.GetByText("Couldn't save the rating").WaitForAsync();
        Assert.Equal("3", await page.Locator($"#post-{id}").GetAttributeAsync("data-rating"));
        await page.EvaluateAsync("() => { globalThis.fetch = realFetch; }");
        foreach (var key in (string[])["5", "1", "5", "2"]) await page.Keyboard.PressAsync(key);
        await page.GetByText("Rated 2 of 5").WaitForAsync();
        Assert.Equal("2", await page.Locator($"#post-{id}").GetAttributeAsync("data-rating"));
        await ChangeAsync(new() { Rating = 0 }, id);
    }

    private async Task ChangeAsync(Change change, params Guid[] ids)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyChange>().RunAsync(Selection.From(ids), change, default);
    }
}
