using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Cancels a run: after the current batch if it is being written, at once if it waits at its preview.</summary>
public sealed class CancelImport(IDocumentSession session, ImportSpool spool, JobQueueStore jobs, NodeId node, TimeProvider clock)
{
    /// <summary>Requests the cancellation. Does nothing if the run has ended or does not exist.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { HasEnded: false } run) return;
        var isAtPreview = run.State == ImportState.Preview;
        var isOnDeadNode = run.State is ImportState.Importing or ImportState.Reading && run.Node is { } holder && holder != node.Value
            && !await jobs.IsNodeAliveAsync(holder, ct);
        // A run that no process works on is cancelled at once.
        if (isAtPreview || isOnDeadNode || run.State == ImportState.Queued)
        {
            session.Store((run.State == ImportState.Importing ? run : run.WithProgressReset()) with
            {
                State = ImportState.Cancelled,
                FinishedAt = clock.GetUtcNow()
            });
            session.Delete<ImportPreview>(id);
        }
        if (!isAtPreview) session.Store(new ImportCancellation(id));
        await session.SaveChangesAsync(ct);
        if (isAtPreview) spool.Remove(id);
    }
}
