using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sovia.Import.Json;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Reads items on a core of its own, a few ahead of whoever works on them.</summary>
internal static class ReadAhead
{
    private const int Most = 128;

    /// <summary>The same items in the same order. Media are not read past: their bytes stand in the file that is being read.</summary>
    public static async IAsyncEnumerable<JsonItem> PrefetchAsync(IAsyncEnumerable<JsonItem> items,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ahead = Channel.CreateBounded<JsonItem>(new BoundedChannelOptions(Most) { SingleReader = true, SingleWriter = true });
        using var taken = new SemaphoreSlim(0);
        var reading = CpuScheduler.RunAsync(() => FillAsync(items, ahead.Writer, taken, leaving.Token));
        try
        {
            await foreach (var item in ahead.Reader.ReadAllAsync(ct))
            {
                yield return item;
                if (item.Media is not null) taken.Release();
            }
        }
        finally
        {
            // Whoever leaves early disposes of the stream next; by then nobody may be reading it.
            await leaving.CancelAsync();
            await reading;
        }
    }

    private static async Task FillAsync(IAsyncEnumerable<JsonItem> items, ChannelWriter<JsonItem> ahead, SemaphoreSlim taken,
        CancellationToken ct)
    {
        try
        {
            await foreach (var item in items.WithCancellation(ct))
            {
                await ahead.WriteAsync(item, ct);
                if (item.Media is not null) await taken.WaitAsync(ct);
            }
            ahead.Complete();
        }
        catch (Exception e)
        {
            ahead.Complete(e);
        }
    }
}
