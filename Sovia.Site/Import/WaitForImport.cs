namespace Sovia.Import;

/// <summary>Waits for the end of a run on any node.</summary>
public sealed class WaitForImport(ImportRunReader runs, TimeProvider clock)
{
    private static readonly TimeSpan InitialDelay = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns the run once it has ended, or its current state after the time-out; null if the run does not exist.</summary>
    /// <param name="id">The run.</param>
    /// <param name="time">The time-out.</param>
    /// <param name="ct">Cancels the wait; the run continues.</param>
    public async Task<ImportRun?> RunAsync(Guid id, TimeSpan time, CancellationToken ct)
    {
        var startTimestamp = clock.GetTimestamp();
        for (var delay = InitialDelay; ; delay = delay * 1.5 < MaxDelay ? delay * 1.5 : MaxDelay)
        {
            var run = await runs.FindAsync(id, ct);
            if (run is not { HasEnded: false } || clock.GetElapsedTime(startTimestamp) >= time) return run;
            await Task.Delay(delay, clock, ct);
        }
    }
}
