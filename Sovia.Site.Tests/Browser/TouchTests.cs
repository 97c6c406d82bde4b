using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>Fingers on a phone.</summary>
public sealed class TouchTests(BrowserSite site) : BrowserTest(site)
{
    private static BrowserNewContextOptions Phone =>
        new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } };

    [BrowserTheory]
    [InlineData(60)]
    [InlineData(250)]
    [InlineData(400)]
    public async Task a_tap_opens_a_card_however_long_it_takes(int milliseconds)
    {
        var page = await OpenAsync(Phone);
        await page.GotoAsync("/");
        var finger = await PutAsync(page, Site.Roots[0].Id);
        await Task.Delay(milliseconds);
        await finger.LiftAsync();
        await page.WaitForURLAsync($"**/posts/{Site.Roots[0].Id}");
    }

    [BrowserFactWithFfmpeg]
    public async Task a_long_press_plays_what_there_is_to_play_and_does_not_open_it()
    {
        var page = await OpenWithPreviewAsync();
        await page.EvaluateAsync("document.addEventListener('click', event => { if (!event.defaultPrevented) globalThis.opens = true; })");
        var finger = await PutAsync(page, Site.Roots[4].Id);
        await page.WaitForFunctionAsync("() => document.querySelector('.card__preview')?.style.opacity === '1'");
        await finger.LiftAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('.card__preview')");
        Assert.False(await page.EvaluateAsync<bool>("globalThis.opens === true"));
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        // The next tap is one as ever.
        finger = await PutAsync(page, Site.Roots[4].Id);
        await finger.LiftAsync();
        await page.WaitForURLAsync($"**/posts/{Site.Roots[4].Id}");
    }

    [BrowserFactWithFfmpeg]
    public async Task a_long_press_opens_what_does_not_play()
    {
        var page = await OpenWithPreviewAsync();
        await page.RouteAsync("**/files/**", _ => { });
        var finger = await PutAsync(page, Site.Roots[4].Id);
        await page.Locator(".card__preview").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await finger.LiftAsync();
        await page.WaitForURLAsync($"**/posts/{Site.Roots[4].Id}");
    }

    [BrowserFactWithFfmpeg]
    public async Task a_finger_that_moves_scrolls_and_neither_plays_nor_opens()
    {
        var page = await OpenWithPreviewAsync();
        var finger = await PutAsync(page, Site.Roots[4].Id);
        for (var up = 10; up <= 80; up += 10) await finger.MoveAsync(-up);
        await page.WaitForFunctionAsync("() => scrollY > 30");
        // Longer than a press has to be.
        await Task.Delay(500);
        Assert.Equal(0, await page.Locator(".card__preview").CountAsync());
        await finger.LiftAsync();
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }

    private async Task<IPage> OpenWithPreviewAsync()
    {
        using var folder = new TempFolder();
        var clips = (await Site.MembersAsync(Site.Roots[4].Id)).Where(id => id != Site.Roots[4].Id);
        var path = await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=128x192:d=2:r=24", "-pix_fmt", "yuv420p");
        var store = Site.Services.GetRequiredService<StoreUpload>();
        foreach (var id in clips)
        {
            await using var bytes = File.OpenRead(path);
            await store.StoreAsync($"grok-video-{id}.mp4", bytes, default);
        }
        var page = await OpenAsync(Phone);
        await page.GotoAsync("/");
        await page.Locator($"#post-{Site.Roots[4].Id} [data-preview]").WaitForAsync();
        return page;
    }

    private static async Task<TouchPoint> PutAsync(IPage page, Guid id)
    {
        var card = page.Locator($"#post-{id}");
        await card.ScrollIntoViewIfNeededAsync();
        var box = (await card.BoundingBoxAsync())!;
        var finger = new TouchPoint(await page.Context.NewCDPSessionAsync(page), box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await finger.SendAsync("touchStart", 0);
        return finger;
    }

    private sealed record TouchPoint(ICDPSession Session, double X, double Y)
    {
        public Task MoveAsync(double down) => SendAsync("touchMove", down);

        public async Task LiftAsync() =>
            await Session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        public async Task SendAsync(string type, double down) =>
            await Session.SendAsync("Input.dispatchTouchEvent",
                new() { ["type"] = type, ["touchPoints"] = new[] { new { x = X, y = Y + down } } });
    }
}
