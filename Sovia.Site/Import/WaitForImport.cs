namespace Sovia.Import;

/// <summary>Waits for the end of a run on any node.</summary>
public sealed class WaitForImport(ImportRunReader runs, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns the run once it has ended, or its current state after the time-out; null if there is none.</summary>
    /// <param name="id">The run.</param>
    /// <param name="time">The time-out.</param>
    /// <param name="ct">Cancels the wait; the run continues.</param>
    public async Task<ImportRun?> RunAsync(Guid id, TimeSpan time, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        for (var pause = First; ; pause = pause * 1.5 < Timeout ? pause * 1.5 : Timeout)
        {
            var run = await runs.FindAsync(id, ct);
            if (run is not { HasEnded: false } || clock.GetElapsedTime(begun) >= time) return run;
            await Task.Delay(pause, clock, ct);
        }
    }
}
