using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Starts the writing of a run that waits at its preview, or resumes one that was given up.</summary>
public sealed class ContinueImport(IDocumentSession session, EnqueueJob enqueue)
{
    /// <summary>Queues the run. Does nothing if it is neither at its preview nor given up, so a second request has no effect.</summary>
    /// <param name="id">The run.</param>
    /// <param name="owners">The accounts whose items are imported.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True if the run was queued.</returns>
    public async Task<bool> RunAsync(Guid id, OwnerFilter owners, CancellationToken ct)
    {
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { } run || !(run.CanResume || run.State == ImportState.Preview))
            return false;
        session.Store(run.CanResume
            ? run with { State = ImportState.Queued, StopsAtPreview = false, FinishedAt = null, Failure = null, IsGivenUp = false }
            : run.WithProgressReset() with
            {
                State = ImportState.Queued,
                StopsAtPreview = false,
                Expected = owners is { Only: null, Excluded.Count: 0 } ? run.Counts.Posts : null,
                OnlyOwner = owners.Only,
                ExcludedOwners = [.. owners.Excluded],
            });
        session.Delete<ImportPreview>(id);
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(ImportJob.JobName, run.Node);
        return true;
    }
}
