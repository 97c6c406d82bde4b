using System.Collections.Concurrent;

namespace Sovia.Downloads.Fetching;

/// <summary>Limits concurrent downloads per host, and spaces their starts.</summary>
internal sealed class HostThrottle(DownloadOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostSlot> slotsByHost = new();

    /// <summary>Waits for a slot; dispose the result when the download is over.</summary>
    public async Task<IDisposable> AcquireAsync(string host, CancellationToken ct)
    {
        var hostSlot = slotsByHost.GetOrAdd(host, _ => new(options.MaxPerHost));
        await hostSlot.Semaphore.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            TimeSpan wait;
            lock (hostSlot)
            {
                wait = hostSlot.NextStart > now ? hostSlot.NextStart - now : TimeSpan.Zero;
                hostSlot.NextStart = now + wait + options.MinInterval;
            }
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
            return hostSlot;
        }
        catch
        {
            hostSlot.Dispose();
            throw;
        }
    }

    private sealed class HostSlot(int places) : IDisposable
    {
        public SemaphoreSlim Semaphore { get; } = new(places);

        public DateTimeOffset NextStart { get; set; }

        public void Dispose() => Semaphore.Release();
    }
}
