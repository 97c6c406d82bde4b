using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Library;
using Sovia.Media.Scanning;
using Sovia.Metadata.Decoding;
using Sovia.Storage;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Demo;

/// <summary>A test of the demo on the shared host. Most of it counts as drawn already, so that no test waits for sixty pictures.</summary>
public abstract class DemoTest(SoviaHost host) : PageTest(host), IAsyncLifetime
{
    protected static readonly int Clips = DemoScenes.All.Sum(demoScene => demoScene.Videos.Count);

    protected DemoFolder Folder => Host.Site.Services.GetRequiredService<DemoFolder>();

    protected ImportFiles Importer => Host.Site.Services.GetRequiredService<ImportFiles>();

    /// <summary>The demo as it is where there is no ffmpeg.</summary>
    protected DemoSource WithoutClips =>
        new(Folder, new DemoVideoRenderer(new FfmpegTools(null, null), NullLogger<DemoVideoRenderer>.Instance),
            Host.Site.Services.GetRequiredService<ScanRoots>());

    async Task IAsyncLifetime.InitializeAsync()
    {
        await Host.ResetAsync();
        Folder.Delete();
        await StoreMostPicturesAsync();
    }

    /// <summary>Puts something in the place of all pictures and clips but those of two scenes.</summary>
    protected async Task StoreMostPicturesAsync()
    {
        foreach (var demoScene in DemoScenes.All.Skip(2))
        {
            await PutAsync(DemoUrls.GetImageUrl(demoScene.Id));
            foreach (var demoVideo in demoScene.Videos) await PutAsync(DemoUrls.GetVideoUrl(demoScene.GetVideoId(demoVideo)));
        }
    }

    /// <summary>Sends a form of the demo's page, as a browser does: the page first, for its token and its cookie.</summary>
    protected async Task<HttpResponseMessage> PressAsync(string page, string action)
    {
        var response = await GetAsync(page);
        var form = (await ReadAsync(response)).QuerySelector($"form[action='{action}']")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll("input[name]")
                .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!)),
        };
        request.Headers.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
        return await SendAsync(request);
    }

    /// <summary>Starts the demo from the empty library and waits for its end.</summary>
    protected async Task<ImportRun> StartAsync()
    {
        Assert.Equal($"/import/{DemoIds.Run}", (await PressAsync("/", "/demo/start")).Headers.Location!.ToString());
        ImportRun? run = null;
        await Eventually.TrueAsync(async () => (run = await RunAsync()) is { HasEnded: true }, "the demo is drawn");
        // Its pictures are looked at after its end, under the same lock.
        await using var done = await Host.Site.Services.GetRequiredService<LibraryLockProvider>().AcquireAsync(ImportJob.JobName, default);
        return run!;
    }

    protected Task<ImportRun?> RunAsync() => WithAsync<FindDemo, ImportRun?>(find => find.FindRunAsync(default));

    protected async Task<int> PostsAsync()
    {
        await using var session = Host.Store.QuerySession();
        return await Marten.QueryableExtensions.CountAsync(session.Query<Post>());
    }

    // Distinct bytes, which a scan takes for pictures that cannot be read.
    private Task PutAsync(string url) =>
        Folder.WriteAsync(url, path => File.WriteAllBytesAsync(path, [0xFF, 0xD8, 0xFF, 0xE0, .. System.Text.Encoding.UTF8.GetBytes(url)]));
}
