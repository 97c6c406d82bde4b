using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Collections;
using Sovia.Curation;

namespace Sovia.Tests.Browser;

public sealed class CollectionPagesTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task axe_finds_nothing_on_pages_of_collections_and_of_the_trash(ColorScheme scheme, int width)
    {
        var best = await FilledAsync(3);
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
        var best = await FilledAsync(4);
        var page = await OpenAsync();
        await page.GotoAsync($"/collections/{best.Id}/order");
        var order = await IdsAsync(page);
        await page.Locator("#order li a").First.FocusAsync();
        await SavedAsync(page, () => page.Keyboard.PressAsync("Alt+ArrowDown"));
        Assert.Equal([order[1], order[0], order[2], order[3]], await IdsAsync(page));
        Assert.Equal(order[0], await page.EvaluateAsync<string>("document.activeElement.closest('li').dataset.postId"));
        await SavedAsync(page, () => page.Locator("#order li").Nth(3)
            .DragToAsync(page.Locator("#order li").First, new() { TargetPosition = new() { X = 200, Y = 5 } }));
        string[] moved = [order[3], order[1], order[0], order[2]];
        Assert.Equal(moved, await IdsAsync(page));
        await page.ReloadAsync();
        Assert.Equal(moved, await IdsAsync(page));
    }

    [BrowserFact]
    public async Task a_card_that_is_dropped_on_a_collection_is_put_into_it()
    {
        var best = await FilledAsync(1);
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("#shelf summary").ClickAsync();
        var item = page.Locator($".shelf:not([hx-get]) [data-collection-id='{best.Id}']");
        await item.Locator("data").WaitForAsync();
        var before = int.Parse(await item.Locator("data").GetAttributeAsync("value") ?? "", null);
        var card = page.Locator($"#post-{Site.Roots[6].Id} a").First;
        await card.DragToAsync(item);
        await page.WaitForFunctionAsync(
            "([id, count]) => +document.querySelector(`.shelf [data-collection-id='${id}'] data`)?.value === count",
            new object[] { best.Id.ToString(), before + 1 });
    }

    private static async Task SavedAsync(IPage page, Func<Task> act) =>
        await page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "POST");

    private static async Task<string[]> IdsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#order > li')].map(item => item.dataset.postId)");

    private async Task<Collection> FilledAsync(int count)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var name = $"Best {Guid.NewGuid():N}";
        var made = (await scope.ServiceProvider.GetRequiredService<EditCollections>()
            .CreateAsync(new() { Id = default, Name = name, CreatedAt = default, UpdatedAt = default }, default)).Collection!;
        await scope.ServiceProvider.GetRequiredService<ApplyChange>()
            .RunAsync(Selection.From(Site.Roots.Take(count).Select(post => post.Id)), new() { Collect = [new(made.Id, name)] }, default);
        return made;
    }
}
