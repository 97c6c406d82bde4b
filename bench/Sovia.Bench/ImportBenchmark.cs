using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sovia.Bench;

/// <summary>Measures how fast an export goes into an empty library, and how fast it is found to be nothing new.</summary>
internal sealed class ImportBenchmark(BenchOptions options, int families)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>A line for each.</summary>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var file = Path.Combine(options.Work, "export.json");
        var setting = $"--Sovia:DataDirectory={Path.Combine(options.Work, $"import-{families}")}";
        // This makes the empty database too, so that the import's time is its own.
        await Tool.RunAsync(Longest, ct, "dotnet", options.Site, "seed", "--families", $"{families}", "--export", file, setting);
        foreach (var name in new[] { "import", "import again" })
        {
            // What was written before goes to the disk now and not during the import.
            await Tool.RunAsync(Longest, ct, "sync");
            var from = Stopwatch.GetTimestamp();
            var report = await Tool.RunAsync(Longest, ct, "dotnet", options.Site, "import", file, "--json", setting);
            var took = Stopwatch.GetElapsedTime(from).TotalSeconds;
            using var json = JsonDocument.Parse(report);
            var (posts, added) = (json.RootElement.GetProperty("posts").GetInt32(), json.RootElement.GetProperty("new").GetInt32());
            yield return Table.Line(name,
                $"{posts / took:N0} posts/s: {took:N1} s for {posts:N0} posts, {added:N0} new, {new FileInfo(file).Length / 1e6:N0} MB");
        }
        File.Delete(file);
    }
}
