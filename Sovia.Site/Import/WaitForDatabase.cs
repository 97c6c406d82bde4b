using System.Collections.Concurrent;
using Npgsql;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Does work again until the database answers: a run outlives a restart of PostgreSQL.</summary>
public sealed partial class WaitForDatabase(TimeProvider clock, ILogger<WaitForDatabase> logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<object, string> waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>What work waits for at the moment, in words; null where none does.</summary>
    public string? Trouble => waiting.Values.FirstOrDefault();

    /// <summary>Does the work, from its start after each time that the database went away.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            for (var pause = TimeSpan.FromMilliseconds(250); ; pause = pause < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    await work(ct);
                    return;
                }
                catch (Exception e) when (e is NpgsqlException || e.InnerException is NpgsqlException)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again in {Seconds} s")]
    private partial void LogDatabaseAway(string reason, double seconds);
}
