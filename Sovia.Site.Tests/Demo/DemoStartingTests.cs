using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Demo;
using Sovia.Import;
using Sovia.Metadata.Decoding;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Demo;

public sealed class DemoStartingTests(SoviaHost host) : DemoTest(host)
{
    [Fact]
    public async Task one_click_on_the_empty_library_fills_it_and_says_so_above_the_gallery()
    {
        var response = await PressAsync("/", "/demo/start");
        Assert.Equal((HttpStatusCode.SeeOther, $"/import/{DemoIds.Run}"), (response.StatusCode, response.Headers.Location!.ToString()));
        await Eventually.TrueAsync(async () => await RunAsync() is { HasEnded: true }, "the demo is drawn");
        var run = (await RunAsync())!;
        Assert.Equal((ImportState.Finished, 60, 0), (run.State, run.Counts.Families, run.Counts.Rejected));
        var hasClips = await Host.Site.Services.GetRequiredService<DemoVideoRenderer>().IsSupportedAsync(default);
        Assert.Equal(60 + (hasClips ? Clips : 0), run.Counts.Posts);
        var page = await OpenAsync("/");
        Assert.Contains("You're viewing the demo library", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/demo']"));
        Assert.Empty(page.QuerySelectorAll("main form[method=post]:not([action='/presets/new'])"));
        var first = DemoScenes.All[0];
        Assert.NotNull(page.QuerySelector($"article[data-post-id='{first.Id}'] img"));
        Assert.Equal("image/jpeg", (await GetAsync($"/files/{first.Id}")).Content.Headers.ContentType!.MediaType);
        foreach (var demoVideo in hasClips ? first.Videos : [])
            Assert.Equal("video/mp4", (await GetAsync($"/files/{first.GetVideoId(demoVideo)}")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task starting_the_demo_twice_is_the_same_as_once()
    {
        await StartAsync();
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        Assert.Equal(DemoIds.Run, await WithAsync<StartDemo, Guid?>(start => start.QueueAsync(default)));
        Assert.Equal(ImportState.Finished, (await RunAsync())!.State);
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task a_library_with_posts_is_left_alone()
    {
        await StoreAsync(Make.Still());
        Assert.Null(await WithAsync<StartDemo, Guid?>(start => start.QueueAsync(default)));
        Assert.Null(await RunAsync());
        var page = await OpenAsync("/demo");
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("empty", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_ffmpeg_there_are_the_stills_and_the_page_says_why()
    {
        var run = new ImportRun
        {
            Id = DemoIds.Run,
            StartedAt = Make.Start,
            Sources = [await WithoutClips.CreateSourceAsync(Make.Start, default)]
        };
        run = await Importer.RunAsync(run, WithoutClips.CreateFiles(run), dryRun: false, progress: null, default);
        Assert.Equal((60, 60, 0, ImportState.Finished), (run.Counts.Families, run.Counts.Images, run.Counts.Videos, run.State));
        Assert.Equal(run.BytesTotal, run.BytesRead);
        Assert.Equal(Host.Site.Services.GetRequiredService<FfmpegTools>().Ffmpeg is null,
            (await OpenAsync("/demo")).Body!.TextContent.Contains("ffmpeg isn't installed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task an_interrupted_demo_resumes_and_completes()
    {
        var source = WithoutClips;
        var run = new ImportRun
        {
            Id = DemoIds.Run,
            StartedAt = Make.Start,
            Sources = [await source.CreateSourceAsync(Make.Start, default)]
        };
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Importer.RunAsync(run, source.CreateFiles(run), false, new CancelAfterBatches(stop, batches: 5), stop.Token));
        Assert.InRange(await PostsAsync(), 1, 59);
        run = await Importer.RunAsync((await RunAsync())!, source.CreateFiles(run), false, null, default);
        Assert.Equal((60, 60), (run.Counts.Posts, run.Counts.New));
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        await Host.ResetAsync();
        run = new ImportRun { Id = DemoIds.Run, StartedAt = Make.Start, Sources = run.Sources };
        await Importer.RunAsync(run, source.CreateFiles(run), false, null, default);
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task the_site_resumes_a_demo_of_an_earlier_process()
    {
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(new ImportRun
            {
                Id = DemoIds.Run,
                State = ImportState.Importing,
                StartedAt = Make.Start,
                Sources = [await WithoutClips.CreateSourceAsync(Make.Start, default)]
            });
            await session.SaveChangesAsync();
        }
        // Nobody queued it: it is found.
        await Eventually.TrueAsync(async () => await RunAsync() is { HasEnded: true }, "the demo goes on");
        var run = (await RunAsync())!;
        Assert.Equal((null, ImportState.Finished, 60), (run.Failure, run.State, await PostsAsync()));
    }
}
