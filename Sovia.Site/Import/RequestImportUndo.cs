using Marten;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Requests the undo of a run, which a job then carries out.</summary>
public sealed class RequestImportUndo(IDocumentSession session, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>Queues the undo. Idempotent. Does nothing if the run is still in progress or already undone.</summary>
    /// <param name="id">The run.</param>
    /// <param name="leavesEdited">True to keep posts that the user has edited; false to undo nothing if there are any.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True if the undo was queued.</returns>
    public async Task<bool> RunAsync(Guid id, bool leavesEdited, CancellationToken ct)
    {
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { HasEnded: true, State: not ImportState.Undone } run) return false;
        session.Store(run with
        {
            State = ImportState.Undoing,
            Undo = (run.Undo ?? new() { RequestedAt = clock.GetUtcNow(), PreviousState = run.State }) with
            { KeepsEdited = leavesEdited, Refusal = null }
        });
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(UndoImportJob.JobName);
        return true;
    }
}
