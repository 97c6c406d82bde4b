using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>A video and the controls below it.</summary>
public sealed class PlayingTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFactWithFfmpeg]
    public async Task a_clip_is_stepped_frame_by_frame_and_a_part_of_it_loops()
    {
        var clip = await UploadClipAsync();
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{clip}");
        const string Time = "document.querySelector('video').currentTime";
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('video').controls"));
        // 25 fps: each step shows the middle of the frame beside.
        foreach (var (keys, seconds) in new[] { ("...", 3.5 / 25), (",", 2.5 / 25) })
        {
            foreach (var key in keys)
            {
                await page.Keyboard.PressAsync($"{key}");
                await page.WaitForFunctionAsync("() => !document.querySelector('video').seeking");
            }
            Assert.Equal(seconds, await page.EvaluateAsync<double>(Time), 0.002);
        }
        await page.Keyboard.PressAsync("a");
        var seek = page.Locator("[data-player=seek]");
        var box = (await seek.BoundingBoxAsync())!;
        await seek.HoverAsync();
        await page.Locator(".player__preview[data-has=picture]").WaitForAsync();
        await page.Mouse.ClickAsync((float)(box.X + (box.Width * 0.25)), (float)(box.Y + (box.Height / 2)));
        await page.Keyboard.PressAsync("a");
        await page.Locator(".player__loop[data-part=ab]").WaitForAsync();
        Assert.Equal("true", await page.Locator("[data-player=ab]").GetAttributeAsync("aria-pressed"));
        await page.Keyboard.PressAsync(">");
        Assert.Equal(1.25, await page.EvaluateAsync<double>("document.querySelector('video').playbackRate"));
        // It never gets far beyond B, however often it comes there.
        await page.EvaluateAsync(
            "globalThis.back = 0; document.querySelector('video').addEventListener('seeked', () => globalThis.back++); "
            + "document.activeElement.blur()");
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("() => globalThis.back >= 2");
        Assert.InRange(await page.EvaluateAsync<double>(Time), 0.05, 0.75);
        await page.Keyboard.PressAsync("a");
        Assert.True(await page.Locator(".player__loop").IsHiddenAsync());
        // The volume is remembered.
        await page.Locator("[data-player=volume]")
            .EvaluateAsync("volume => { volume.value = 0.4; volume.dispatchEvent(new Event('input', { bubbles: true })); }");
        await page.ReloadAsync();
        Assert.Equal(0.4, await page.EvaluateAsync<double>("document.querySelector('video').volume"), 0.01);
    }

    [BrowserFactWithFfmpeg]
    public async Task frames_along_the_bar_that_failed_to_load_are_asked_for_again()
    {
        var clip = await UploadClipAsync();
        var page = await OpenAsync();
        var isFirst = true;
        await page.RouteAsync("**/sprite", route =>
        {
            if (!isFirst) return route.ContinueAsync();
            isFirst = false;
            return route.FulfillAsync(new()
            {
                Body = "not a picture",
                Headers = new Dictionary<string, string> { ["content-type"] = "image/jpeg", ["cache-control"] = "no-store" },
            });
        });
        await page.GotoAsync($"/posts/{clip}");
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");
        var seek = page.Locator("[data-player=seek]");
        static bool IsSprite(string url) => url.EndsWith("/sprite", StringComparison.Ordinal);
        await page.RunAndWaitForResponseAsync(() => seek.HoverAsync(), response => IsSprite(response.Url));
        await page.Locator(".player__preview:not([hidden])").WaitForAsync();
        await page.Locator(".player__speed").HoverAsync();
        await page.RunAndWaitForResponseAsync(() => seek.HoverAsync(), response => IsSprite(response.Url));
        await page.Locator(".player__preview[data-has=picture]").WaitForAsync();
    }

    [BrowserFactWithFfmpeg]
    public async Task the_frame_that_is_shown_is_saved_beside_the_clip_and_undone()
    {
        var clip = await UploadClipAsync();
        var page = await OpenAsync();
        await page.GotoAsync($"/posts/{clip}");
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 2");
        var members = await page.Locator(".strip a").CountAsync();
        await page.EvaluateAsync("globalThis.shown = document.querySelector('video')");
        await page.Keyboard.PressAsync(".");
        await page.WaitForFunctionAsync("() => !document.querySelector('video').seeking");
        await page.Keyboard.PressAsync("s");
        await page.GetByText("Frame saved to the stack.").WaitForAsync();
        await page.WaitForFunctionAsync("count => document.querySelectorAll('.strip a').length === count", members + 1);
        Assert.True(await page.EvaluateAsync<bool>("globalThis.shown === document.querySelector('video')"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this frame" }).ClickAsync();
        await page.GetByText("This frame is already in the stack.").WaitForAsync();
        // Without scripts the contact sheet saves frames.
        var other = await OpenAsync(new() { JavaScriptEnabled = false });
        await other.GotoAsync($"/posts/{clip}/frames");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save frame at 0:01.00" }).ClickAsync();
        await other.GetByText("Frame saved to the stack.").WaitForAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await other.GetByText("Moved 1 item to the trash").WaitForAsync();
        await page.ReloadAsync();
        Assert.Equal(members + 1, await page.Locator(".strip a").CountAsync());
    }

    private async Task<Guid> UploadClipAsync()
    {
        using var folder = new TempFolder();
        var clip = (await Site.MembersAsync(Site.Roots[4].Id)).First(id => id != Site.Roots[4].Id);
        var path = await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=128x192:d=2:r=25", "-pix_fmt", "yuv420p");
        await using var bytes = File.OpenRead(path);
        await Site.Services.GetRequiredService<StoreUpload>().StoreAsync($"grok-video-{clip}.mp4", bytes, default);
        return clip;
    }
}
