using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sovia.Jobs;

/// <summary>
/// Makes this process look for items of a job at once, without a database call, for events that occur by the thousand.
/// </summary>
public sealed class JobWakeSignal(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, bool> signalledJobs = new(StringComparer.Ordinal);
    private readonly Channel<bool> signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Signals a job. Repeated signals before the next wait count once.</summary>
    public void Signal(string job)
    {
        if (signalledJobs.TryAdd(job, true)) signal.Writer.TryWrite(true);
    }

    /// <summary>Waits for the next signal, or for <paramref name="longest"/>.</summary>
    /// <returns>The names of the signalled jobs.</returns>
    internal async Task<IReadOnlySet<string>> WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(signal.Reader.WaitToReadAsync(cancellation.Token).AsTask(), Task.Delay(longest, clock, cancellation.Token));
        await cancellation.CancelAsync();
        ct.ThrowIfCancellationRequested();
        signal.Reader.TryRead(out _);
        return signalledJobs.Keys.Where(job => signalledJobs.TryRemove(job, out _)).ToHashSet(StringComparer.Ordinal);
    }
}
