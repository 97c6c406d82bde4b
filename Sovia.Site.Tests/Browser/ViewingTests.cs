using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Curation;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>A post looked at closely: zoomed, paged through, played frame by frame.</summary>
public sealed class ViewingTests(BrowserSite site) : BrowserTest(site)
{
    private const string Transform = "document.querySelector('.still img').style.transform";

    [BrowserFact]
    public async Task zoom_and_centre_are_kept_from_picture_to_picture_and_paging_is_one_step_of_back()
    {
        await UploadPicturesAsync(30, 36);
        var page = await OpenAsync();
        var requestedPaths = new List<string>();
        page.Request += (_, request) => requestedPaths.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync($"/?at={Site.Roots[30].Id}");
        await OpenCardAsync(page, $"{Site.Roots[30].Id}");
        await page.EvaluateAsync("globalThis.same = true");
        // Two are decoded ahead in the direction of travel, and one behind.
        await WaitForAsync(() => Site.Roots.Take(33).Skip(31).All(root => requestedPaths.Contains($"/files/{root.Id}")));
        Assert.DoesNotContain($"/files/{Site.Roots[33].Id}", requestedPaths);
        await page.WaitForFunctionAsync(
            "customElements.get('still-view') && document.querySelector('.still img').complete && document.querySelector('.still "
            + "img').naturalWidth > 0");
        // Fit, one to one, fill, and around.
        await page.Keyboard.PressAsync("w");
        await page.WaitForFunctionAsync($"() => {Transform} !== ''");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await page.EvaluateAsync<string>(Transform));
        await page.Mouse.MoveAsync(400, 300);
        await page.Keyboard.PressAsync("w");
        await page.WaitForFunctionAsync($"() => {Transform} !== ''");
        var before = await page.EvaluateAsync<string>(Transform);
        await page.Mouse.WheelAsync(0, -300);
        await page.WaitForFunctionAsync($"before => {Transform} !== before", before);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(300, 350);
        await page.Mouse.UpAsync();
        await page.Keyboard.PressAsync("z");
        var transform = await page.EvaluateAsync<string>(Transform);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync($"**/posts/{Site.Roots[31].Id}**");
        // Each picture lies on whole pixels, so that the same place of two pictures may differ by a part of one.
        const string Numbers = "text => text.match(/[-.0-9]+/g).map(Number)";
        await page.WaitForFunctionAsync(
            $"kept => {Transform} !== '' && ({Numbers})({Transform}).every((number, place) => Math.abs(number - ({Numbers})(kept)[place]) < 0.5)", transform);
        await page.Keyboard.PressAsync("z");
        for (var root = 32; root < 36; root++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await page.WaitForURLAsync($"**/posts/{Site.Roots[root].Id}**");
        }
        Assert.Equal("", await page.EvaluateAsync<string>(Transform));
        Assert.True(await page.EvaluateAsync<bool>("globalThis.same === true"));
        // What is decided goes to the post that is shown, and one step leads back, to the card that was seen last.
        await page.Keyboard.PressAsync("3");
        await page.Locator($".post[data-post-id='{Site.Roots[35].Id}'][data-rating='3']").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync(
            "id => location.pathname === '/' && document.activeElement?.closest('.card')?.dataset.postId === id", $"{Site.Roots[35].Id}");
        await page.Locator($"#post-{Site.Roots[35].Id} [data-mark=rated]").WaitForAsync();
    }

    [BrowserFact]
    public async Task a_post_that_left_the_list_is_replaced_by_its_neighbour()
    {
        var liked = Enumerable.Range(60, 40).Select(root => Site.Roots[root].Id).ToArray();
        await ChangeAsync(new() { Liked = true }, liked);
        var page = await OpenAsync();
        await page.GotoAsync("/?liked=true");
        var top = await OpenCardAsync(page, $"{liked[20]}");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("l"), response => response.Request.Method == "DELETE"
            && response.Ok);
        Assert.Equal(1, await page.Locator($".stage a[rel=next][href*='{liked[21]}']").CountAsync());
        await page.ReloadAsync();
        Assert.Equal(1, await page.Locator($".stage a[rel=next][href*='{liked[21]}']").CountAsync());
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync("**/?liked=true**", new() { WaitUntil = WaitUntilState.Commit });
        await WaitForCardAtAsync(page, $"{liked[21]}", top);
        Assert.Equal(0, await page.Locator($"#post-{liked[20]}").CountAsync());
    }

    [BrowserFact]
    public async Task two_fingers_zoom_one_moves_what_is_zoomed_and_else_turns_the_page()
    {
        await UploadPicturesAsync(40, 42);
        var page = await OpenAsync(new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync($"/posts/{Site.Roots[40].Id}");
        await page.WaitForFunctionAsync("() => document.querySelector('.still img').complete");
        var session = await page.Context.NewCDPSessionAsync(page);
        Task TouchAsync(string type, params (int X, int Y)[] fingers) =>
            session.SendAsync("Input.dispatchTouchEvent",
                new()
                {
                    ["type"] = type,
                    ["touchPoints"] = fingers.Select((finger, id) => new { x = finger.X, y = finger.Y, id })
                    .ToArray()
                });
        async Task SwipeAsync(int from, int to)
        {
            await TouchAsync("touchStart", (from, 300));
            for (var step = 1; step <= 5; step++) await TouchAsync("touchMove", (from + ((to - from) * step / 5), 302));
            await TouchAsync("touchEnd");
        }

        await TouchAsync("touchStart", (180, 300), (210, 320));
        for (var step = 1; step <= 5; step++) await TouchAsync("touchMove", (180 - (step * 12), 300), (210 + (step * 12), 320));
        await TouchAsync("touchEnd");
        await page.Locator("still-view[data-zoomed]").WaitForAsync();
        Assert.Equal(1, await page.EvaluateAsync<double>("visualViewport.scale"));
        var zoomed = await page.EvaluateAsync<string>(Transform);
        await SwipeAsync(220, 160);
        Assert.NotEqual(zoomed, await page.EvaluateAsync<string>(Transform));
        Assert.EndsWith($"{Site.Roots[40].Id}", page.Url, StringComparison.Ordinal);
        for (var tap = 0; tap < 2; tap++)
        {
            await TouchAsync("touchStart", (200, 300));
            await TouchAsync("touchEnd");
        }
        await page.Locator("still-view:not([data-zoomed])").WaitForAsync();
        await SwipeAsync(300, 160);
        await page.WaitForURLAsync($"**/posts/{Site.Roots[41].Id}");
        await SwipeAsync(100, 240);
        await page.WaitForURLAsync($"**/posts/{Site.Roots[40].Id}");
        Assert.True(
            await page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.stage :is(a, button)')].filter(one => one.offsetParent).every(one => one.offsetWidth >= "
                + "44 && one.offsetHeight >= 44)"));
    }

    private static Task WaitForAsync(Func<bool> condition) =>
        Eventually.TrueAsync(() => Task.FromResult(condition()), "the neighbours are fetched");

    private async Task UploadPicturesAsync(int from, int before)
    {
        var store = Site.Services.GetRequiredService<StoreUpload>();
        foreach (var root in Site.Roots.Take(before).Skip(from))
        {
            using var picture = Draw.Gradient(900 + Site.Roots.ToList().IndexOf(root), 1200);
            using var bytes = new MemoryStream(picture.JpegsaveBuffer());
            await store.StoreAsync($"grok-image-{root.Id}.jpg", bytes, default);
        }
    }

    private async Task ChangeAsync(Change change, params Guid[] ids)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyChange>().RunAsync(Selection.From(ids), change, default);
    }
}
