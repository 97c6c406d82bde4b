using System.Collections.Concurrent;

namespace Sovia.Downloads.Fetching;

/// <summary>Lets few fetches at a time through to a host, and none right after another.</summary>
internal sealed class HostThrottle(DownloadOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostSlot> turns = new();

    /// <summary>Waits for a turn; dispose the result when the fetch is over.</summary>
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
