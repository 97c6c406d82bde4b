using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class FramesPageTests(SoviaHost host) : PageTest(host)
{
    [FactWithProgram("ffmpeg")]
    public async Task a_clip_has_a_contact_sheet_whose_frames_open_it_where_they_are()
    {
        using var folder = new TempFolder();
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        var path = await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=128x192:d=3:r=30000/1001", "-pix_fmt",
            "yuv420p");
        await using (var bytes = File.OpenRead(path))
            await Host.Site.Services.GetRequiredService<StoreUpload>().StoreAsync($"grok-video-{clip.Id}.mp4", bytes, default);

        var sheet = await OpenAsync($"/posts/{clip.Id}/frames?search=fog");
        var cells = sheet.QuerySelectorAll(".frames__list a");
        Assert.Equal(12, cells.Length);
        Assert.Equal("0:01.50", cells[6].TextContent.Trim());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(cells[0].QuerySelector("img")!.GetAttribute("src")!)).StatusCode);
        var there = await OpenAsync(cells[6].GetAttribute("href")!);
        Assert.Matches(@"#t=1\.50\d?$", there.QuerySelector("video")!.GetAttribute("src"));
        Assert.StartsWith("29.97", there.QuerySelector("clip-player")!.GetAttribute("data-rate"), StringComparison.Ordinal);
        Assert.NotNull(there.QuerySelector($".tools a[href='/posts/{clip.Id}/frames']"));
        Assert.NotNull(there.QuerySelector($".tools a[href='/files/{clip.Id}'][download]"));

        Assert.Empty((await OpenAsync($"/posts/{still.Id}/frames")).QuerySelectorAll(".frames__list a"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/posts/{Guid.NewGuid()}/frames")).StatusCode);
    }
}
