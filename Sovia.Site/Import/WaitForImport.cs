namespace Sovia.Import;

/// <summary>Waits for the end of a run, wherever it is carried out.</summary>
public sealed class WaitForImport(ImportRunReader runs, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    /// <summary>The run once it has ended, or as it stands when the time is up; null where there is none.</summary>
    /// <param name="id">The run.</param>
    /// <param name="time">How long to wait.</param>
    /// <param name="ct">Ends the waiting; the run goes on.</param>
    public async Task<ImportRun?> RunAsync(Guid id, TimeSpan time, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        for (var pause = First; ; pause = pause * 1.5 < Longest ? pause * 1.5 : Longest)
        {
            var run = await runs.FindAsync(id, ct);
            if (run is not { HasEnded: false } || clock.GetElapsedTime(begun) >= time) return run;
            await Task.Delay(pause, clock, ct);
        }
    }
}
