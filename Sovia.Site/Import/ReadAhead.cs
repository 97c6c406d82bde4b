using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sovia.Import.Json;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Reads items on a separate core, a few ahead of their consumer.</summary>
internal static class ReadAhead
{
    private const int Max = 128;

    /// <summary>
    /// Returns the same items in the same order. Waits after each media item, because its bytes are read from the same file.
    /// </summary>
    public static async IAsyncEnumerable<JsonItem> PrefetchAsync(IAsyncEnumerable<JsonItem> items,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ahead = Channel.CreateBounded<JsonItem>(new BoundedChannelOptions(Max) { SingleReader = true, SingleWriter = true });
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
            // A caller that stops early disposes of the stream next, so the background read must have ended by then.
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
