using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Asks a run to stop after the batch it is at, or lets go of one that waits for a go-ahead.</summary>
public sealed class CancelImport(IDocumentSession session, ImportSpool spool, JobQueueStore jobs, NodeId node, TimeProvider clock)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { HasEnded: false } run) return;
        var looked = run.State == ImportState.Preview;
        var isAway = run.State is ImportState.Importing or ImportState.Reading && run.Node is { } holder && holder != node.Value
            && !await jobs.IsNodeAliveAsync(holder, ct);
        // One that nobody is at is let go at once.
        if (looked || isAway || run.State == ImportState.Queued)
        {
            session.Store((run.State == ImportState.Importing ? run : run.WithProgressReset()) with
            {
                State = ImportState.Cancelled,
                FinishedAt = clock.GetUtcNow()
            });
            session.Delete<ImportPreview>(id);
        }
        if (!looked) session.Store(new ImportCancellation(id));
        await session.SaveChangesAsync(ct);
        if (looked) spool.Remove(id);
    }
}
