using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser;

/// <summary>What scripts add to posts side by side.</summary>
public sealed class ComparisonTests(BrowserSite site) : BrowserTest(site)
{
    [BrowserFactWithFfmpeg]
    public async Task four_clips_stay_in_step_and_move_by_single_frames_together()
    {
        Post[] clips = [.. Site.Roots.Skip(10).Take(4).Select(root => Make.Clip(root))];
        await using (var session = Site.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Store(clips);
            await RefreshFamilies.RefreshAsync(session, clips, [], default);
            await session.SaveChangesAsync();
        }
        var ids = clips.Select(clip => clip.Id).ToList();
        await SaveMediaAsync(ids, (folder, place) => Draw.ClipAsync(folder.PathOf($"{place}.mp4"), "-f", "lavfi", "-i",
            $"testsrc2=s={96 + (16 * place)}x128:d={(place == 3 ? 2 : 3)}:r=24", "-pix_fmt", "yuv420p"));
        var page = await OpenAsync();
        await page.GotoAsync($"/compare?ids={string.Join(',', ids)}");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('video')].filter(video => video.readyState >= 3).length === 4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        // Into the second round: all begin again together.
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 2");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime < 1");
        await page.WaitForFunctionAsync(
            "() => document.querySelector('.clock__drift').dataset.worst && document.querySelector('video').currentTime > 1.2");
        // How far they are apart at a given moment is the machine's to say; that they come together again is not.
        await page.WaitForFunctionAsync("() => Number(document.querySelector('.clock__drift').dataset.drift) < 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await page.Locator(".clock [type=range]").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "One frame forward" }).ClickAsync();
        const string Places =
            "() => [...document.querySelectorAll('video')].every(video => video.paused && Math.abs(video.currentTime - 25.5 / 24) < 0.001)";
        await page.WaitForFunctionAsync(Places);
        // Behind the end of the shortest, which waits there.
        await page.Locator(".clock [type=range]").FillAsync("2.5");
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('video')].map(video => Math.round(10 * video.currentTime)).join() === '25,25,25,20'");
    }

    [BrowserFact]
    public async Task two_stills_share_their_zoom_and_tell_where_they_differ()
    {
        var ids = Site.Roots.Skip(20).Take(2).Select(root => root.Id).ToList();
        await SaveMediaAsync(ids, (folder, place) => Task.FromResult(Picture(folder, place)));
        var page = await OpenAsync();
        await page.GotoAsync($"/compare?ids={string.Join(',', ids)}");
        var stages = page.Locator(".pane__stage[data-zooms]");
        await stages.Nth(1).WaitForAsync();
        await stages.First.HoverAsync();
        await page.Mouse.WheelAsync(0, -400);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.pane__stage[data-zoomed]').length === 2");
        var zooms = await stages.EvaluateAllAsync<string[]>("stages => stages.map(stage => stage.style.getPropertyValue('--zoom'))");
        Assert.Equal(zooms[0], zooms[1]);
        await page.Keyboard.PressAsync("0");
        Assert.Equal(0, await page.Locator("[data-zoomed]").CountAsync());
        await page.Keyboard.PressAsync("4");
        // A quarter of the second is another colour.
        await page.GetByText("25.00% of the pixels differ").WaitForAsync();
        await page.Keyboard.PressAsync("2");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Divider between the images" });
        await slider.PressAsync("ArrowLeft");
        Assert.Equal("48", await slider.GetAttributeAsync("aria-valuenow"));
        // Stars are given without leaving the page, and without losing the view.
        await page.Locator(".pane").First.GetByRole(AriaRole.Button, new() { Name = "4 stars" }).ClickAsync();
        await page.Locator(".pane[data-rating='4']").WaitForAsync();
        await page.GetByText("Rated 1 item 4 stars").First.WaitForAsync();
        Assert.True(await slider.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task challengers_walk_past_a_champion_by_keys()
    {
        var ids = Site.Roots.Skip(30).Take(3).Select(root => root.Id).ToList();
        var page = await OpenAsync();
        await page.GotoAsync($"/compare?ids={ids[0]},{ids[1]}&pin={ids[0]}&walk={ids[1]},{ids[2]}");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync($"**/compare?ids={ids[0]},{ids[2]}&**");
        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync($"**/compare?ids={ids[2]}&pin={ids[2]}**");
    }

    private static string Picture(TempFolder folder, int place)
    {
        var path = folder.PathOf($"{place}.png");
        using var ground = NetVips.Image.Black(200, 200, bands: 3).Linear([1, 1, 1], [40, 80, 160]).Cast(NetVips.Enums.BandFormat.Uchar)
            .Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
        using var drawn = place == 0 ? ground.Copy() : ground.Mutate(image => image.DrawRect([240, 200, 20], 0, 0, 100, 100, fill: true));
        drawn.WriteToFile(path);
        return path;
    }

    private async Task SaveMediaAsync(IReadOnlyList<Guid> ids, Func<TempFolder, int, Task<string>> make)
    {
        using var folder = new TempFolder();
        var store = Site.Services.GetRequiredService<StoreUpload>();
        foreach (var (place, id) in ids.Index())
        {
            var path = await make(folder, place);
            await using var bytes = File.OpenRead(path);
            await store.StoreAsync($"{id}{Path.GetExtension(path)}", bytes, default);
        }
    }
}
