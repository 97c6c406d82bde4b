using Marten;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Has a run taken back by whoever writes runs.</summary>
public sealed class RequestImportUndo(IDocumentSession session, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>Queues it. Said twice it counts once, and not at all of a run that is under way or undone.</summary>
    /// <param name="id">The run.</param>
    /// <param name="leavesEdited">True to leave posts in that the user has done something to; otherwise nothing is done where there are
    /// any.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it counted.</returns>
    public async Task<bool> RunAsync(Guid id, bool leavesEdited, CancellationToken ct)
    {
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not { HasEnded: true, State: not ImportState.Undone } run) return false;
        session.Store(run with
        {
            State = ImportState.Undoing,
            Undo = (run.Undo ?? new() { AskedAt = clock.GetUtcNow(), Before = run.State }) with
            { LeavesEdited = leavesEdited, Refusal = null }
        });
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(UndoImportJob.JobName);
        return true;
    }
}
