using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sovia.Jobs;

/// <summary>
/// Has this process look at once for items of a kind, without asking the database for anything: for what is met by the thousand.
/// </summary>
public sealed class JobWakeSignal(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, bool> rung = new(StringComparer.Ordinal);
    private readonly Channel<bool> signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings; more than once before anybody hears is once.</summary>
    public void Signal(string job)
    {
        if (rung.TryAdd(job, true)) signal.Writer.TryWrite(true);
    }

    /// <summary>Returns at the next ring, or after a while without one.</summary>
    /// <returns>The kinds that were rung for.</returns>
    internal async Task<IReadOnlySet<string>> WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(signal.Reader.WaitToReadAsync(heard.Token).AsTask(), Task.Delay(longest, clock, heard.Token));
        await heard.CancelAsync();
        ct.ThrowIfCancellationRequested();
        signal.Reader.TryRead(out _);
        return rung.Keys.Where(job => rung.TryRemove(job, out _)).ToHashSet(StringComparer.Ordinal);
    }
}
