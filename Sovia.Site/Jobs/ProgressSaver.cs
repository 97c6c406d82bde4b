namespace Sovia.Jobs;

/// <summary>Saves now and then what work has reported last, while it goes on.</summary>
/// <param name="save">Saves a report. False ends the saving: another has begun the work anew, or it has come to its end.</param>
/// <param name="clock">Tells when.</param>
public sealed class ProgressSaver<T>(Func<T, CancellationToken, Task<bool>> save, TimeProvider clock) : IProgress<T> where T : class
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    private T? latest;

    /// <inheritdoc/>
    public void Report(T value) => Volatile.Write(ref latest, value);

    /// <summary>Does the work, which reports to this, and saves meanwhile. Nothing is saved any more once it has ended.</summary>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> work, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var saving = SaveAsync(over.Token);
        try
        {
            return await work();
        }
        finally
        {
            await over.CancelAsync();
            await saving;
        }
    }

    private async Task SaveAsync(CancellationToken over)
    {
        try
        {
            using var timer = new PeriodicTimer(Every, clock);
            while (await timer.WaitForNextTickAsync(over))
                if (Interlocked.Exchange(ref latest, null) is { } report && !await save(report, over)) return;
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
        {
            // Only the page would have shown it; the work itself finds out whether the database is there.
        }
    }
}
