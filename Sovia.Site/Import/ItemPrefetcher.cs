using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Sovia.Import.Json;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Reads items on a separate core, a few ahead of their consumer.</summary>
internal static class ItemPrefetcher
{
    private const int Capacity = 128;

    /// <summary>
    /// Returns the same items in the same order. Waits after each media item, because its bytes are read from the same file.
    /// </summary>
    public static async IAsyncEnumerable<JsonItem> PrefetchAsync(IAsyncEnumerable<JsonItem> items,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var stopSource = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var channel = Channel.CreateBounded<JsonItem>(new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
        using var mediaConsumed = new SemaphoreSlim(0);
        var readTask = CpuScheduler.RunAsync(() => FillAsync(items, channel.Writer, mediaConsumed, stopSource.Token));
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct))
            {
                yield return item;
                if (item.Media is not null) mediaConsumed.Release();
            }
        }
        finally
        {
            // A caller that stops early disposes of the stream next, so the background read must have ended by then.
            await stopSource.CancelAsync();
            await readTask;
        }
    }

    private static async Task FillAsync(IAsyncEnumerable<JsonItem> items, ChannelWriter<JsonItem> writer, SemaphoreSlim mediaConsumed,
        CancellationToken ct)
    {
        try
        {
            await foreach (var item in items.WithCancellation(ct))
            {
                await writer.WriteAsync(item, ct);
                if (item.Media is not null) await mediaConsumed.WaitAsync(ct);
            }
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }
}
