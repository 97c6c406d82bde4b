using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Collections;
using Sovia.Curation;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

public sealed class CollectionPagesTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task axe_finds_nothing_on_pages_of_collections_and_of_the_trash(ColorScheme scheme, int width)
    {
        var best = await CreateFilledAsync(3);
        var page = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        foreach (var address in (string[])[$"/collections/{best.Id}/order", "/collections", "/collections/new?query=search=fog",
            "/collections/build?kind=any&group=0&field=tag&value=sea&not=not", "/collections/sidebar", "/trash", "/trash/files"])
        {
            await page.GotoAsync(address);
            await Accessibility.CheckAsync(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{address} scrolls sideways");
        }
        await page.GotoAsync("/");
        await page.Locator("#shelf summary").ClickAsync();
        await page.Locator(".shelf:not([hx-get]) data").First.WaitForAsync();
        await Accessibility.CheckAsync(page);
    }

    [BrowserFact]
    public async Task members_are_moved_by_keys_and_by_dragging_without_leaving_the_page()
    {
        var best = await CreateFilledAsync(4);
        var page = await OpenAsync();
        await page.GotoAsync($"/collections/{best.Id}/order");
        var order = await IdsAsync(page);
        await page.Locator("#order li a").First.FocusAsync();
        await WaitForSaveAsync(page, () => page.Keyboard.PressAsync("Alt+ArrowDown"));
        Assert.Equal([order[1], order[0], order[2], order[3]], await IdsAsync(page));
        Assert.Equal(order[0], await page.EvaluateAsync<string>("document.activeElement.closest('li').dataset.postId"));
        await WaitForSaveAsync(page, () => page.Locator("#order li").Nth(3)
            .DragToAsync(page.Locator("#order li").First, new() { TargetPosition = new() { X = 200, Y = 5 } }));
        string[] moved = [order[3], order[1], order[0], order[2]];
        Assert.Equal(moved, await IdsAsync(page));
        await page.ReloadAsync();
        Assert.Equal(moved, await IdsAsync(page));
    }

    [BrowserFact]
    public async Task a_refused_move_goes_back_and_says_why()
    {
        var best = await CreateFilledAsync(4);
        // The browser notes every refusal in its console, which is the point here.
        var page = await Site.OpenAsync(new());
        await page.GotoAsync($"/collections/{best.Id}/order");
        var order = await IdsAsync(page);
        await LockAsync(best, true);
        await page.Locator("#order li a").First.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.GetByText("Moved back.").WaitForAsync();
        Assert.Contains("is locked", await page.GetByText("Moved back.").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(order, await IdsAsync(page));
        await LockAsync(best, false);
        await page.Locator("#order li a").First.FocusAsync();
        await WaitForSaveAsync(page, () => page.Keyboard.PressAsync("Alt+ArrowDown"));
        await page.ReloadAsync();
        Assert.Equal([order[1], order[0], order[2], order[3]], await IdsAsync(page));
    }

    [BrowserFact]
    public async Task moves_that_were_not_answered_before_the_page_was_left_are_made()
    {
        var best = await CreateFilledAsync(5);
        var page = await OpenAsync();
        await page.GotoAsync($"/collections/{best.Id}/order");
        var order = await IdsAsync(page);
        await page.Locator("#order li a").First.FocusAsync();
        await page.EvaluateAsync("""
            () => {
              for (let time = 0; time < 3; time++)
                document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
              location.href = "/collections";
            }
            """);
        await page.WaitForURLAsync("**/collections");
        await Eventually.TrueAsync(async () =>
        {
            await page.GotoAsync($"/collections/{best.Id}/order");
            return (await IdsAsync(page)).SequenceEqual([order[1], order[2], order[3], order[0], order[4]]);
        }, "all three moves are made");
    }

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(1000)]
    public async Task any_card_is_dropped_on_any_of_sixty_collections_and_is_put_into_it(int width)
    {
        var collections = new List<Collection>();
        for (var number = 0; number < 60; number++) collections.Add(await CreateAsync($"Drawer {number:00} {Guid.NewGuid():N}"));
        var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        await page.GotoAsync("/");
        await page.Locator("#shelf summary").ClickAsync();
        await page.Locator($".shelf:not([hx-get]) [data-collection-id='{collections[59].Id}']").WaitForAsync();
        // One of each column, one that comes with a later page, and collections from the first to the last.
        foreach (var (card, place) in new[] { (0, 0), (1, 59), (2, 30), (3, 59), (4, 3), (5, 17), (70, 59) })
        {
            if (card >= 50) await ScrollUntilAsync(page, card + 1);
            var collection = collections[place];
            var answer = await page.RunAndWaitForResponseAsync(
                () => page.Locator($"#post-{Site.Roots[card].Id} a").First.DragToAsync(page.Locator($".shelf [data-collection-id='{collection.Id}']")),
                $"**/posts/{Site.Roots[card].Id}/collections");
            Assert.Equal((card, 303), (card, answer.Status));
            await page.WaitForFunctionAsync("name => document.querySelector('.toasts')?.textContent === `Added to ${name}.`", collection.Name);
        }
        // It stands beside other results too, and a card opens as ever.
        await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await page.Locator("#filters [name=search]").FillAsync("lighthouse");
        await page.WaitForURLAsync("**/?search=lighthouse");
        Assert.True(await page.Locator(".shelf").IsVisibleAsync());
        await page.Locator(".card__link").First.ClickAsync();
        await page.WaitForURLAsync("**/posts/**");
    }

    [BrowserFact]
    public async Task the_collections_beside_a_list_are_closed_by_their_button_and_by_escape_in_them()
    {
        await CreateFilledAsync(1);
        var page = await OpenAsync();
        await page.GotoAsync("/");
        foreach (var close in new Func<Task>[]
        {
            () => page.GetByRole(AriaRole.Button, new() { Name = "Close collections" }).ClickAsync(),
            () => page.Locator(".shelf a").First.PressAsync("Escape"),
        })
        {
            await page.Locator("#shelf summary").ClickAsync();
            await page.Locator(".shelf__list a").First.WaitForAsync();
            await page.Locator("#shelf + .look summary").ClickAsync();
            await page.Locator("#count").ClickAsync();
            Assert.Equal(["shelf"], await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.look[open]')].map(look => look.id)"));
            await close();
            await page.Locator(".shelf").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        }
    }

    private static async Task WaitForSaveAsync(IPage page, Func<Task> act) =>
        await page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "POST");

    private static async Task<string[]> IdsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#order > li')].map(item => item.dataset.postId)");

    private async Task LockAsync(Collection collection, bool isLocked)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EditCollections>()
            .ChangeAsync(collection.Id, one => one with { Locked = isLocked }, default);
    }

    private async Task<Collection> CreateFilledAsync(int count)
    {
        var collection = await CreateAsync($"Best {Guid.NewGuid():N}");
        await using var scope = Site.Services.CreateAsyncScope();
        var members = Selection.From(Site.Roots.Take(count).Select(post => post.Id));
        await scope.ServiceProvider.GetRequiredService<ApplyChange>()
            .RunAsync(members, new() { Collect = [new(collection.Id, collection.Name)] }, default);
        return collection;
    }

    private async Task<Collection> CreateAsync(string name)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<EditCollections>()
            .CreateAsync(new() { Id = default, Name = name, CreatedAt = default, UpdatedAt = default }, default)).Collection!;
    }
}
