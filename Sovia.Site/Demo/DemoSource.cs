using System.Runtime.CompilerServices;
using Sovia.Import;
using Sovia.Media.Scanning;
using Sovia.Metadata.Decoding;

namespace Sovia.Demo;

/// <summary>
/// The demo as an import file: first all images, then, if videos can be rendered, the families with videos again, complete.
/// </summary>
public sealed class DemoSource(DemoFolder folder, DemoVideoRenderer film, ScanRoots scan)
{
    /// <summary>The name of the run's file.</summary>
    public const string Name = "Demo library";

    /// <summary>The name of the run's file if there are no videos.</summary>
    public const string NameWithoutVideos = "Demo library without videos";

    // Runs first, because StillDecoder blocks all libvips operations and then allows some; drawing in between would fail.
    static DemoSource() => RuntimeHelpers.RunClassConstructor(typeof(ImageDecoder).TypeHandle);

    // A few images are drawn per batch, so that the first cards appear early.
    private const int PostsPerBatch = 4;

    /// <summary>Creates the source of a run.</summary>
    /// <param name="startedAt">When the run was started; the newest images are dated the day before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ImportSource> CreateSourceAsync(DateTimeOffset startedAt, CancellationToken ct)
    {
        var name = await film.IsSupportedAsync(ct) ? Name : NameWithoutVideos;
        return new(name, CreateParts(startedAt, name == Name).Sum(part => part.Text.Length));
    }

    /// <summary>Creates the files of a run.</summary>
    public IReadOnlyList<ImportableFile> CreateFiles(ImportRun run) =>
    [
        .. run.Sources
        .Select(source => new ImportableFile(source.Name, source.Size,
            () => new DemoExportStream(CreateParts(run.StartedAt, source.Name == Name)))
        {
            PostsPerBatch = PostsPerBatch,
        }),
    ];

    /// <summary>Scans the demo's folder, so that thumbnails can be shown.</summary>
    public Task ScanAsync(CancellationToken ct) => scan.ScanPathsAsync([folder.Folder], TimeSpan.Zero, ct);

    private IEnumerable<(Func<CancellationToken, Task> Draw, byte[] Text)> CreateParts(DateTimeOffset startedAt, bool hasVideos)
    {
        var export = new DemoExport(startedAt.UtcDateTime.Date.AddHours(-3));
        var scenes = DemoScenes.All;
        for (var i = 0; i < scenes.Count; i++)
        {
            var chunk = i % PostsPerBatch == 0 ? scenes.Skip(i).Take(PostsPerBatch).ToList() : [];
            yield return (ct => DrawAsync(chunk, ct), Encode(i == 0 ? "[" : ",", export.SerializeScene(scenes[i], i, withClips: false)));
        }
        if (hasVideos) yield return (ScanAsync, []);
        for (var i = 0; hasVideos && i < scenes.Count; i++)
        {
            var demoScene = scenes[i];
            if (demoScene.Videos.Count > 0)
                yield return (ct => RenderVideosAsync(demoScene, ct), Encode(",", export.SerializeScene(demoScene, i, withClips: true)));
        }
        yield return (_ => Task.CompletedTask, "]"u8.ToArray());
    }

    // Draws at most two at a time, because the user is browsing the site meanwhile.
    private Task DrawAsync(IReadOnlyList<DemoScene> scenes, CancellationToken ct) => Parallel.ForEachAsync(
        scenes,
        new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount), CancellationToken = ct },
        async (demoScene, token) => await RenderImageAsync(demoScene, token));

    private async Task RenderVideosAsync(DemoScene demoScene, CancellationToken ct)
    {
        foreach (var demoVideo in demoScene.Videos) await film.RenderAsync(folder, demoScene, demoVideo, ct);
    }

    private static byte[] Encode(string separator, byte[] json) => [(byte)separator[0], (byte)'\n', .. json];

    private async Task RenderImageAsync(DemoScene demoScene, CancellationToken ct)
    {
        var url = DemoUrls.GetImageUrl(demoScene.Id);
        if (folder.Contains(url)) return;
        var bytes = await Task.Run(() => DemoImageRenderer.RenderJpeg(demoScene), ct);
        await folder.WriteAsync(url, path => File.WriteAllBytesAsync(path, bytes, ct));
    }
}
