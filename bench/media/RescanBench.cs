using System.Text.Json;

namespace Sovia.Bench.Media;

/// <summary>
/// A scan of files that are all known, by the command as a user types it: the start of the program and of its database included.
/// </summary>
internal static class RescanBench
{
    private const int FilesPerFolder = 1_000;
    private const int Rounds = 5;

    public static async Task RunAsync(int files)
    {
        using var work = new WorkFolder();
        var ids = Enumerable.Range(0, files).Select(_ => Guid.NewGuid()).ToList();
        await ExportAsync(work.PathOf("export.json"), ids);
        await Site.RunAsync(work.Path, "import", work.PathOf("export.json"));
        foreach (var (at, id) in ids.Index()) Write(work.PathOf("media", $"{at / FilesPerFolder}", $"{id}.jpg"), id);

        Console.WriteLine($"| scan | files | rounds | {Figures.Columns}\n|---|---:|---:|---:|---:|---:|");
        var first = new Figures();
        await first.TakeAsync(() => Site.RunAsync(work.Path, "scan", "--json"));
        Console.WriteLine(first.Row("first, every file new", files, 1));
        var again = new Figures();
        for (var round = 0; round < Rounds; round++)
            await again.TakeAsync(async () =>
            {
                using var report = JsonDocument.Parse(await Site.RunAsync(work.Path, "scan", "--json"));
                if (report.RootElement.GetProperty("unchanged").GetInt32() != files)
                    throw new InvalidOperationException("Not all of them were known.");
            });
        Console.WriteLine(again.Row("again, every file known", files, Rounds));
        var nothing = new Figures();
        for (var round = 0; round < Rounds; round++)
            await nothing.TakeAsync(() => Site.RunAsync(work.Path, "scan", work.PathOf("media", "0", $"{ids[0]}.jpg")));
        Console.WriteLine(nothing.Row("one file: what starting costs", 1, Rounds));
    }

    private static async Task ExportAsync(string path, List<Guid> ids)
    {
        await using var export = File.Create(path);
        await JsonSerializer.SerializeAsync(export, ids.Select((id, at) => new
        {
            id,
            createTime = new DateTime(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(at * 31),
            prompt = $"heron number {at} at dawn",
            mediaType = "MEDIA_POST_TYPE_IMAGE",
            mediaUrl = $"https://imagine-public.x.ai/imagine-public/images/{id}.jpg",
            mimeType = "image/jpeg",
            childPosts = Array.Empty<object>(),
        }));
    }

    private static void Write(string path, Guid id)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [0xFF, 0xD8, 0xFF, 0xE0, .. id.ToByteArray(), .. new byte[200]]);
    }
}
