using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Does background work again as long as the database has a fault that passes: a run outlives a restart of PostgreSQL. Any other fault is the caller's.</summary>
public sealed partial class DatabaseRetry(TimeProvider clock, ILogger<DatabaseRetry> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<object, string> waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>What work waits for at the moment, in words; null where none does, and where it has been going on again for a while.</summary>
    public string? Trouble => waiting.Values.FirstOrDefault();

    /// <summary>Does the work, from its start after each time that the database went away.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    // Work may take hours, and the fault that it met at its start is over.
                    using var going = clock.CreateTimer(_ => waiting.TryRemove(work, out string? _), null, Recovered, Timeout.InfiniteTimeSpan);
                    await work(ct);
                    return;
                }
                catch (Exception e) when (DatabaseFault.Passes(e))
                {
                    waiting[work] = DatabaseTrouble.Explain(e)!;
                    LogDatabaseAway(e.Message, pause.TotalSeconds);
                    await Task.Delay(pause, clock, ct);
                }
            }
        }
        finally
        {
            waiting.TryRemove(work, out _);
        }
    }

    /// <summary>The same for one of many pieces of work: any other fault is noted, and the next piece has its turn.</summary>
    /// <param name="work">The work.</param>
    /// <param name="name">What it is, for the log.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TryAsync(Func<CancellationToken, Task> work, string name, CancellationToken ct)
    {
        try
        {
            await RunAsync(work, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            if (!ct.IsCancellationRequested) LogGivenUp(e, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again in {Seconds} s")]
    private partial void LogDatabaseAway(string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Given up: {Work}")]
    private partial void LogGivenUp(Exception e, string work);
}
