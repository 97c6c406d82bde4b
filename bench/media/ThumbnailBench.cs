using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Bench.Media;

/// <summary>
/// A PNG of 1024 x 1536 to a WebP of 512: read, hashed, decoded, shrunk, encoded and put in its place, as the site does when a card asks
/// for it.
/// </summary>
internal static class ThumbnailBench
{
    private const int Different = 20;

    private static readonly PictureVariant Variant = PictureVariant.Find("512")!;

    public static async Task RunAsync(IReadOnlyList<int> quantities)
    {
        OneCore.Keep();
        Console.WriteLine($"| picture | PNG, KB | WebP, KB | pictures | {Figures.ColumnsOfWork}\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in Sheets.Kinds)
        {
            using var work = new WorkFolder();
            var paths = Enumerable.Range(0, Different).Select(seed => Sheets.Write(work.PathOf($"{seed}.png"), kind, seed)).ToList();
            await BuildAsync(work, paths, Different);
            foreach (var quantity in quantities)
            {
                var (figures, bytes) = await BuildAsync(work, paths, quantity);
                Console.WriteLine(figures.RowOfWork(kind.Name, Figures.Number(paths.Average(path => new FileInfo(path).Length / 1024.0)),
                    Figures.Number(bytes / 1024.0), quantity));
            }
        }
    }

    private static async Task<(Figures Figures, double Bytes)> BuildAsync(WorkFolder work, List<string> paths, int quantity)
    {
        var figures = new Figures();
        var sizes = new List<long>();
        foreach (var round in Enumerable.Range(0, quantity).Chunk(Different))
        {
            // What was built or hashed once would cost nothing the second time.
            var folder = Directory.CreateDirectory(work.PathOf("thumbnails")).FullName;
            using var throttle = new BuildThrottle();
            var build = new BuildPictures(
                new(folder, TimeProvider.System), new(), new(TimeProvider.System), throttle, FfmpegTools.FindOnPath(null),
                NullLogger<BuildPictures>.Instance);
            foreach (var at in round)
            {
                var source = new PictureSource(await new ContentHashCache().GetAsync(paths[at % Different], CancellationToken.None),
                    paths[at % Different]);
                await figures.TakeAsync(async () =>
                {
                    if (await build.EnsureBuiltAsync(new(source.Sha256, Variant, PictureFormat.Webp), source, wanted: true,
                        CancellationToken.None) is { } problem)
                        throw new InvalidOperationException(problem);
                });
            }
            sizes.AddRange(new DirectoryInfo(folder).EnumerateFiles("*.webp", SearchOption.AllDirectories).Select(file => file.Length));
            Directory.Delete(folder, recursive: true);
        }
        return (figures, sizes.Average());
    }
}
