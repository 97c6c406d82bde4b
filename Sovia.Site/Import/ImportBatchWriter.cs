using Marten;
using Npgsql;
using Sovia.Jobs;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Writes the batches of a run in order. While one batch is written, the next is read and prepared, so that the two do not take turns
/// on one core.
/// </summary>
/// <param name="sessions">Opens a session for each batch.</param>
/// <param name="clock">Supplies the time at which a run ends.</param>
/// <param name="tally">Counts what is written.</param>
/// <param name="begun">The progress of the run so far.</param>
/// <param name="dryRun">True to write nothing.</param>
/// <param name="progress">Reported to after each batch.</param>
internal sealed class ImportBatchWriter(ISessionFactory sessions, TimeProvider clock, ImportTally tally, ImportProgress begun, bool dryRun,
    IProgress<ImportRun>? progress) : IAsyncDisposable
{
    private readonly List<Task> preparationTasks = [];
    private Task<ImportRun>? writeTask;
    private (MergeBatch Batch, long Before)? lastWrite;
    private ImportProgress savedProgress = begun;

    /// <summary>Starts the writing of a batch once the previous one is written.</summary>
    /// <param name="run">The run as of the end of this batch.</param>
    /// <param name="batch">The batch; must not be changed afterwards.</param>
    /// <param name="file">The name of the batch's file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The run; it has ended if it was cancelled before this batch.</returns>
    public async Task<ImportRun> AddAsync(ImportRun run, ImportBatch batch, string file, CancellationToken ct)
    {
        var preparation = CpuScheduler.RunAsync(() => PrepareAsync(batch, file, ct), ct);
        preparationTasks.Add(preparation);
        var flushedRun = await FlushAsync(run);
        if (flushedRun.HasEnded) return flushedRun;
        preparationTasks.RemoveAll(task => task != preparation);
        writeTask = Task.Run(() => WriteAsync(run, batch, file, preparation, ct), ct);
        return run;
    }

    /// <summary>Waits until every batch is written.</summary>
    /// <param name="run">The current run.</param>
    /// <returns>The run with its counts.</returns>
    public async Task<ImportRun> FlushAsync(ImportRun run)
    {
        if (writeTask is null) return run;
        var (task, _) = (writeTask, writeTask = null);
        return await task;
    }

    /// <summary>Verifies that the database still has everything that was committed.</summary>
    /// <param name="session">A session whose transaction has begun.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="NpgsqlException">The database recovered from a crash and has lost the last batch: resume the run from the stored
    /// progress.</exception>
    public async Task<StoredRunState> VerifyProgressAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        var stored = await StoredRunState.ReadAsync(session, run, ct);
        return dryRun || stored.Progress == savedProgress ? stored
            // Thrown as a transient fault, so that the run resumes from the stored progress.
            : throw new NpgsqlException("The database has come back from a crash without the last of what had been written.",
                new IOException("Written and lost."));
    }

    /// <summary>
    /// Waits for the batches being written and ignores their errors, because the caller already has an exception to throw.
    /// </summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(preparationTasks.Append(writeTask ?? Task.CompletedTask))
        .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task<MergeBatch?> PrepareAsync(ImportBatch batch, string file, CancellationToken ct)
    {
        if (batch.Posts.Count == 0) return null;
        await using var session = sessions.QuerySession();
        return await new MergeBatch(session, file, batch.Posts, dryRun).PrepareAsync(ct);
    }

    private async Task<ImportRun> WriteAsync(ImportRun run, ImportBatch batch, string file, Task<MergeBatch?> preparation,
        CancellationToken ct)
    {
        try
        {
            return await WriteOnceAsync(run, batch, file, preparation, ct);
        }
        catch (Exception e) when (!dryRun && DatabaseErrorClassifier.IsDataError(e))
        {
            var acceptedBatch = await new RejectedPostIsolator(sessions, file).RunAsync(batch, ct);
            return await WriteOnceAsync(run, acceptedBatch, file, PrepareAsync(acceptedBatch, file, ct), ct);
        }
    }

    // Counts nothing before the database has accepted the batch, so that the batch can be retried.
    private async Task<ImportRun> WriteOnceAsync(ImportRun run, ImportBatch batch, string file, Task<MergeBatch?> preparation,
        CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (!dryRun) await LibraryWriteLock.AcquireAsync(session, ct, isRepeatable: true);
        var stored = await VerifyProgressAsync(session, run.Id, ct);
        var merge = stored.IsCancelled ? null : await preparation;
        if (!dryRun && merge is not null)
        {
            if (!IsStillValid(merge, stored.CurrentVersion))
                merge = await new MergeBatch(session, file, batch.Posts, dryRun).PrepareAsync(ct);
            await merge.WriteAsync(session, ct);
        }
        foreach (var issue in batch.Issues) tally.Add(issue);
        merge?.RecordResults(session, tally);
        if (merge is not null) lastWrite = (merge, stored.CurrentVersion);
        if (stored.IsCancelled) run = run with { State = ImportState.Cancelled, FinishedAt = clock.GetUtcNow() };
        run = tally.ApplyTo(run);
        session.Store(run);
        if (!dryRun)
        {
            await session.SaveChangesAsync(ct);
            savedProgress = run.Progress;
        }
        progress?.Report(run);
        return run;
    }

    // Valid if prepared from the current version, or from the version before the last batch if that batch changed nothing this one read.
    private bool IsStillValid(MergeBatch merge, long version) => merge.BasedOnVersion == version
        || (lastWrite is { Batch.HasChanges: true } previous && merge.BasedOnVersion == previous.Before && version == previous.Before + 1
            && !merge.ConflictsWith(previous.Batch));
}
