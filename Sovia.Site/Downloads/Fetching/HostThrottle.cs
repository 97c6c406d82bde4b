using System.Collections.Concurrent;

namespace Sovia.Downloads.Fetching;

/// <summary>Limits concurrent downloads per host, and spaces their starts.</summary>
internal sealed class HostThrottle(DownloadOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostSlot> turns = new();

    /// <summary>Waits for a slot; dispose the result when the download is over.</summary>
    public async Task<IDisposable> AcquireAsync(string host, CancellationToken ct)
    {
        var hostSlot = turns.GetOrAdd(host, _ => new(options.MaxPerHost));
        await hostSlot.Places.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            TimeSpan wait;
            lock (hostSlot)
            {
                wait = hostSlot.Next > now ? hostSlot.Next - now : TimeSpan.Zero;
                hostSlot.Next = now + wait + options.MinInterval;
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
        public SemaphoreSlim Places { get; } = new(places);

        public DateTimeOffset Next { get; set; }

        public void Dispose() => Places.Release();
    }
}
