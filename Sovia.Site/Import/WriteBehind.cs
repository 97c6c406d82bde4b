using Marten;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Writes the batches of a run one after the other while the next is being read: the two take turns on one core otherwise.
/// </summary>
internal sealed class WriteBehind(ISessionFactory sessions, TimeProvider clock, RunTally tally, bool dryRun, IProgress<ImportRun>? progress) : IAsyncDisposable
{
    private Task<ImportRun>? writing;

    /// <summary>Has a batch written, once the one before is.</summary>
    /// <param name="run">The run as it stands after this batch.</param>
    /// <param name="batch">What to write; not to be touched afterwards.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The run, ended where it was cancelled before this batch.</returns>
    public async Task<ImportRun> AddAsync(ImportRun run, ImportBatch batch, string file, CancellationToken ct)
    {
        var before = await FlushAsync(run);
        if (before.HasEnded) return before;
        writing = Task.Run(() => WriteAsync(run, batch, file, ct), ct);
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

    /// <summary>Waits for what is being written; whoever leaves early has a reason of his own to tell.</summary>
    public async ValueTask DisposeAsync()
    {
        if (writing is not null) await writing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task<ImportRun> WriteAsync(ImportRun run, ImportBatch batch, string file, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (!dryRun) await LibraryTurn.TakeAsync(session, ct);
        foreach (var issue in batch.Issues) tally.Add(issue);
        if (await session.LoadAsync<ImportCancellation>(run.Id, ct) is not null)
            run = run with { State = ImportState.Cancelled, FinishedAt = clock.GetUtcNow() };
        else if (batch.Posts.Count > 0)
            await new MergeBatch(session, tally, file).MergeAsync(batch.Posts, ct);
        run = tally.Onto(run);
        session.Store(run);
        if (!dryRun) await session.SaveChangesAsync(ct);
        progress?.Report(run);
        return run;
    }
}
