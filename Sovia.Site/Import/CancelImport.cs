using Marten;
using Sovia.Import.Previews;

namespace Sovia.Import;

/// <summary>Asks a run to stop after the batch it is at, or lets go of one that waits for a go-ahead.</summary>
public sealed class CancelImport(IDocumentSession session, ImportSpool spool, TimeProvider clock)
{
    /// <summary>Does nothing where the run has ended or never was.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await RunTurn.TakeAsync(session, id, ct) is not { HasEnded: false } run) return;
        // One whose turn has not come is let go at once: the node that has its files may be away.
        var looked = run.State == ImportState.Preview;
        if (looked || run.State == ImportState.Queued)
        {
            session.Store(run.Unread() with { State = ImportState.Cancelled, FinishedAt = clock.GetUtcNow() });
            session.Delete<ImportPreview>(id);
        }
        if (!looked) session.Store(new ImportCancellation(id));
        await session.SaveChangesAsync(ct);
        if (looked) spool.Remove(id);
    }
}
