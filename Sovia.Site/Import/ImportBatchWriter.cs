using Marten;
using Npgsql;
using Sovia.Jobs;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Writes the batches of a run one after the other. While one is being written, the next is being read and worked out: they take
/// turns on one core otherwise.
/// </summary>
/// <param name="sessions">Opens a session a batch.</param>
/// <param name="clock">Tells when a run ended.</param>
/// <param name="tally">Counts what is written.</param>
/// <param name="begun">How far the run had been written before.</param>
/// <param name="dryRun">True where nothing is to be written.</param>
/// <param name="progress">Told after each batch.</param>
internal sealed class ImportBatchWriter(ISessionFactory sessions, TimeProvider clock, ImportTally tally, ImportProgress begun, bool dryRun,
    IProgress<ImportRun>? progress) : IAsyncDisposable
{
    private readonly List<Task> preparing = [];
    private Task<ImportRun>? writing;
    private (MergeBatch Batch, long Before)? written;
    private ImportProgress saved = begun;

    /// <summary>Has a batch written, once the one before is.</summary>
    /// <param name="run">The run as it stands after this batch.</param>
    /// <param name="batch">What to write; not to be touched afterwards.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The run, ended where it was cancelled before this batch.</returns>
    public async Task<ImportRun> AddAsync(ImportRun run, ImportBatch batch, string file, CancellationToken ct)
    {
        var prepared = CpuScheduler.RunAsync(() => PrepareAsync(batch, file, ct), ct);
        preparing.Add(prepared);
        var before = await FlushAsync(run);
        if (before.HasEnded) return before;
        preparing.RemoveAll(task => task != prepared);
        writing = Task.Run(() => WriteAsync(run, batch, file, prepared, ct), ct);
        return run;
    }

    /// <summary>Waits until everything is written.</summary>
    /// <param name="run">The run as it stands.</param>
    /// <returns>The run with what has been counted.</returns>
    public async Task<ImportRun> FlushAsync(ImportRun run)
    {
        if (writing is null) return run;
        var (task, _) = (writing, writing = null);
        return await task;
    }

    /// <summary>Makes sure that the database still knows all that has been written.</summary>
    /// <param name="session">A session whose transaction has begun.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="NpgsqlException">It has come back from a crash and lacks the last of it: the run is to be taken up from what is
    /// stored.</exception>
    public async Task<StoredRunState> VerifyProgressAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        var stored = await StoredRunState.ReadAsync(session, run, ct);
        return dryRun || stored.Progress == saved ? stored
            // A fault of the server's disk that passes: the run goes on from what is stored.
            : throw new NpgsqlException("The database has come back from a crash without the last of what had been written.",
                new IOException("Written and lost."));
    }

    /// <summary>Waits for what is being written; whoever leaves early has a reason of his own to tell.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(preparing.Append(writing ?? Task.CompletedTask))
        .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task<MergeBatch?> PrepareAsync(ImportBatch batch, string file, CancellationToken ct)
    {
        if (batch.Posts.Count == 0) return null;
        await using var session = sessions.QuerySession();
        return await new MergeBatch(session, file, batch.Posts, dryRun).PrepareAsync(ct);
    }

    private async Task<ImportRun> WriteAsync(ImportRun run, ImportBatch batch, string file, Task<MergeBatch?> prepared,
        CancellationToken ct)
    {
        try
        {
            return await WriteOnceAsync(run, batch, file, prepared, ct);
        }
        catch (Exception e) when (!dryRun && DatabaseErrorClassifier.IsDataError(e))
        {
            var sound = await new IsolateRejectedPosts(sessions, file).RunAsync(batch, ct);
            return await WriteOnceAsync(run, sound, file, PrepareAsync(sound, file, ct), ct);
        }
    }

    // Nothing is counted before the database has taken it, so that it can be done again.
    private async Task<ImportRun> WriteOnceAsync(ImportRun run, ImportBatch batch, string file, Task<MergeBatch?> prepared,
        CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (!dryRun) await LibraryWriteLock.AcquireAsync(session, ct, mayBeDoneAgain: true);
        var stored = await VerifyProgressAsync(session, run.Id, ct);
        var merge = stored.IsCancelled ? null : await prepared;
        if (!dryRun && merge is not null)
        {
            if (!IsStillValid(merge, stored.CurrentVersion))
                merge = await new MergeBatch(session, file, batch.Posts, dryRun).PrepareAsync(ct);
            await merge.WriteAsync(session, ct);
        }
        foreach (var issue in batch.Issues) tally.Add(issue);
        merge?.RecordResults(session, tally);
        if (merge is not null) written = (merge, stored.CurrentVersion);
        if (stored.IsCancelled) run = run with { State = ImportState.Cancelled, FinishedAt = clock.GetUtcNow() };
        run = tally.ApplyTo(run);
        session.Store(run);
        if (!dryRun)
        {
            await session.SaveChangesAsync(ct);
            saved = run.Progress;
        }
        progress?.Report(run);
        return run;
    }

    // Worked out from the library as it is, or from it as it was before the last batch, where that has changed nothing that this one read.
    private bool IsStillValid(MergeBatch merge, long version) => merge.BasedOnVersion == version
        || (written is { Batch.HasChanges: true } last && merge.BasedOnVersion == last.Before && version == last.Before + 1
            && !merge.ConflictsWith(last.Batch));
}
