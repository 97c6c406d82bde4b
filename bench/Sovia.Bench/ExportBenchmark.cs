using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sovia.Bench;

/// <summary>Measures how many posts a second the site exports, and what memory that takes.</summary>
internal sealed class ExportBenchmark(SiteProcess site)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>A line for each figure.</summary>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // The first export lets the code be compiled.
        await CountAsync(ct);
        var (from, before) = (Stopwatch.GetTimestamp(), site.Memory);
        var counting = CountAsync(ct);
        var peakMemory = before;
        while (!counting.IsCompleted)
        {
            await Task.WhenAny(counting, Task.Delay(PollInterval, ct));
            peakMemory = Math.Max(peakMemory, site.Memory);
        }
        var (posts, bytes) = await counting;
        yield return Table.Line("export: posts a second",
            $"{posts / Stopwatch.GetElapsedTime(from).TotalSeconds:N0} ({posts:N0} posts, {bytes / 1e6:N0} MB)");
        yield return Table.Line("export: memory of the site before and at most", $"{before:N0} MB, {peakMemory:N0} MB");
    }

    private async Task<(int Posts, long Bytes)> CountAsync(CancellationToken ct)
    {
        await using var stream = await site.Client.GetStreamAsync(new Uri("/api/export", UriKind.Relative), ct);
        var (posts, bytes, buffer) = (0, 0L, new byte[1 << 16]);
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
            (posts, bytes) = (posts + buffer.AsSpan(0, read).Count((byte)'\n'), bytes + read);
        return (posts, bytes);
    }
}
