using System.Runtime.CompilerServices;
using Sovia.Import;
using Sovia.Media.Scanning;
using Sovia.Metadata.Decoding;

namespace Sovia.Demo;

/// <summary>
/// The demo as a file to import: first all stills, then, where clips can be made, the families that have some once more with them.
/// </summary>
public sealed class DemoSource(DemoFolder folder, DemoVideoRenderer film, ScanRoots scan)
{
    /// <summary>The name of the run's file.</summary>
    public const string Name = "Demo library";

    /// <summary>Its name where there are no clips.</summary>
    public const string NameWithoutVideos = "Demo library without videos";

    // StillDecoder blocks every operation of libvips and then allows some; a drawing in between would fail.
    static DemoSource() => RuntimeHelpers.RunClassConstructor(typeof(StillDecoder).TypeHandle);

    // A card appears when its picture is drawn, a few at a time.
    private const int PostsPerBatch = 4;

    /// <summary>What a run is to read.</summary>
    /// <param name="startedAt">When the run was started; the newest pictures are from the day before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ImportSource> CreateSourceAsync(DateTimeOffset startedAt, CancellationToken ct)
    {
        var name = await film.IsSupportedAsync(ct) ? Name : NameWithoutVideos;
        return new(name, Parts(startedAt, name == Name).Sum(part => part.Text.Length));
    }

    /// <summary>The file of a run.</summary>
    public IReadOnlyList<ImportableFile> CreateFiles(ImportRun run) =>
    [
        .. run.Sources
        .Select(source => new ImportableFile(source.Name, source.Size,
            () => new DemoExportStream(Parts(run.StartedAt, source.Name == Name)))
        {
            PostsPerBatch = PostsPerBatch,
        }),
    ];

    /// <summary>Has what was drawn looked at, so that small pictures of it can be shown.</summary>
    public Task ScanAsync(CancellationToken ct) => scan.ScanPathsAsync([folder.Folder], TimeSpan.Zero, ct);

    private IEnumerable<(Func<CancellationToken, Task> Draw, byte[] Text)> Parts(DateTimeOffset startedAt, bool withClips)
    {
        var export = new DemoExport(startedAt.UtcDateTime.Date.AddHours(-3));
        var scenes = DemoScenes.All;
        for (var i = 0; i < scenes.Count; i++)
        {
            var ahead = i % PostsPerBatch == 0 ? scenes.Skip(i).Take(PostsPerBatch).ToList() : [];
            yield return (ct => DrawAsync(ahead, ct), Text(i == 0 ? "[" : ",", export.SerializeScene(scenes[i], i, withClips: false)));
        }
        if (withClips) yield return (ScanAsync, []);
        for (var i = 0; withClips && i < scenes.Count; i++)
        {
            var demoScene = scenes[i];
            if (demoScene.Videos.Count > 0)
                yield return (ct => FilmAsync(demoScene, ct), Text(",", export.SerializeScene(demoScene, i, withClips: true)));
        }
        yield return (_ => Task.CompletedTask, "]"u8.ToArray());
    }

    // Two at a time at the most: somebody is looking at the site meanwhile.
    private Task DrawAsync(IReadOnlyList<DemoScene> scenes, CancellationToken ct) => Parallel.ForEachAsync(
        scenes,
        new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount), CancellationToken = ct },
        async (demoScene, token) => await RenderImageAsync(demoScene, token));

    private async Task FilmAsync(DemoScene demoScene, CancellationToken ct)
    {
        foreach (var demoVideo in demoScene.Videos) await film.RenderAsync(folder, demoScene, demoVideo, ct);
    }

    private static byte[] Text(string before, byte[] json) => [(byte)before[0], (byte)'\n', .. json];

    private async Task RenderImageAsync(DemoScene demoScene, CancellationToken ct)
    {
        var url = DemoUrls.GetImageUrl(demoScene.Id);
        if (folder.Contains(url)) return;
        var bytes = await Task.Run(() => DemoImageRenderer.RenderJpeg(demoScene), ct);
        await folder.WriteAsync(url, path => File.WriteAllBytesAsync(path, bytes, ct));
    }
}
