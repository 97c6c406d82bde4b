using Marten;

namespace Sovia.Curation;

/// <summary>Ends a batch that is queued or under way, after the part that is being written: what it has changed stays.</summary>
public sealed class EndBatch(ISessionFactory sessions)
{
    /// <summary>Ends it.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="state">How it ends.</param>
    /// <param name="failure">Why, in words for the user; null where somebody asked for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was queued or under way.</returns>
    public async Task<bool> RunAsync(Guid id, BatchState state, string? failure, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<BatchWork>(id, ct) is null) return false;
        // Each part is written in a turn too, and looks first whether the batch still goes on.
        await AnnotationLock.AcquireAsync(session, ct);
        if (await session.LoadAsync<BatchWork>(id, ct) is not { } work || await session.LoadAsync<Batch>(id, ct) is not { } batch)
            return false;
        session.Store(batch with { State = state, Failure = failure, Text = batch.Count == 0 ? Unchanged(work, batch) : batch.Text });
        // What an undo that was stopped has left can be undone again.
        if (state != BatchState.Finished && work.Undoes is { } undone && await session.LoadAsync<Batch>(undone, ct) is { } other
            && other.UndoneBy == id) session.Store(other with { UndoneBy = null });
        session.Delete<BatchWork>(id);
        session.QueueSqlCommand("delete from sovia.batch_part where tenant_id = ? and batch = ?", session.TenantId, id);
        await session.SaveChangesAsync(ct);
        return true;
    }

    private static string Unchanged(BatchWork work, Batch batch) =>
        work.Undoes is null ? "Changed nothing" : batch.Text.Replace("Undoing: ", "Undid nothing of: ", StringComparison.Ordinal);
}
