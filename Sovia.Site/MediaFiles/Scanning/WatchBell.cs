using System.Threading.Channels;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Wakes what watches clips when new ones have come here. Those that another process has met are found by looking now and then.</summary>
public sealed class WatchBell(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings; more than once before anybody hears is once.</summary>
    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after a while without one.</summary>
    public async Task HearAsync(CancellationToken ct)
    {
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(rings.Reader.WaitToReadAsync(heard.Token).AsTask(), Task.Delay(Longest, clock, heard.Token));
        await heard.CancelAsync();
        rings.Reader.TryRead(out _);
        ct.ThrowIfCancellationRequested();
    }
}
