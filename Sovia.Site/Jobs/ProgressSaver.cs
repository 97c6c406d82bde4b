namespace Sovia.Jobs;

/// <summary>Saves the latest progress report of running work every 400 ms.</summary>
/// <param name="save">Saves a report. Returns false to stop saving, because another process has restarted the work or it has ended.</param>
/// <param name="clock">The clock for the interval.</param>
public sealed class ProgressSaver<T>(Func<T, CancellationToken, Task<bool>> save, TimeProvider clock) : IProgress<T> where T : class
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMilliseconds(400);

    private T? latest;

    /// <inheritdoc/>
    public void Report(T value) => Volatile.Write(ref latest, value);

    /// <summary>
    /// Runs work that reports to this instance, and saves its reports meanwhile. Nothing is saved after the work has ended.
    /// </summary>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        using var savingCancellation = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var saveTask = SaveAsync(savingCancellation.Token);
        try
        {
            return await work();
        }
        finally
        {
            await savingCancellation.CancelAsync();
            await saveTask;
        }
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            using var timer = new PeriodicTimer(SaveInterval, clock);
            while (await timer.WaitForNextTickAsync(ct))
                if (Interlocked.Exchange(ref latest, null) is { } report && !await save(report, ct)) return;
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
        {
            // Only the progress display is affected; the work itself detects that the database is unavailable.
        }
    }
}
