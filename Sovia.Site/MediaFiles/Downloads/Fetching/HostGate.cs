using System.Collections.Concurrent;

namespace Sovia.MediaFiles.Downloads.Fetching;

/// <summary>Lets few fetches at a time through to a host, and none right after another.</summary>
internal sealed class HostGate(DownloadOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new();

    /// <summary>Waits for a turn; dispose the result when the fetch is over.</summary>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken ct)
    {
        var turn = turns.GetOrAdd(host, _ => new(options.PerHost));
        await turn.Places.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            TimeSpan wait;
            lock (turn)
            {
                wait = turn.Next > now ? turn.Next - now : TimeSpan.Zero;
                turn.Next = now + wait + options.Apart;
            }
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private sealed class Turn(int places) : IDisposable
    {
        public SemaphoreSlim Places { get; } = new(places);

        public DateTimeOffset Next { get; set; }

        public void Dispose() => Places.Release();
    }
}
