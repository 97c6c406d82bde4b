using Marten;

namespace Sovia.Curation;

/// <summary>Ends a queued or running batch after the part being written. The changes made so far stay.</summary>
public sealed class EndBatch(ISessionFactory sessions)
{
    /// <summary>Ends the batch.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="state">The final state.</param>
    /// <param name="failure">The reason for a failure, for the user; null if the user ended it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether the batch was queued or running.</returns>
    public async Task<bool> RunAsync(Guid id, BatchState state, string? failure, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<BatchWork>(id, ct) is null) return false;
        // Each part takes the same lock, and first checks that the batch has not ended.
        await AnnotationLock.AcquireAsync(session, ct);
        if (await session.LoadAsync<BatchWork>(id, ct) is not { } work || await session.LoadAsync<Batch>(id, ct) is not { } batch)
            return false;
        session.Store(batch with { State = state, Failure = failure, Text = batch.Count == 0 ? DescribeEmpty(work, batch) : batch.Text });
        // If an undo was stopped, the rest of the batch can be undone again.
        if (state != BatchState.Finished && work.Undoes is { } undoneId && await session.LoadAsync<Batch>(undoneId, ct) is { } undoneBatch
            && undoneBatch.UndoneBy == id) session.Store(undoneBatch with { UndoneBy = null });
        session.Delete<BatchWork>(id);
        session.QueueSqlCommand("delete from sovia.batch_part where tenant_id = ? and batch = ?", session.TenantId, id);
        await session.SaveChangesAsync(ct);
        return true;
    }

    private static string DescribeEmpty(BatchWork work, Batch batch) =>
        work.Undoes is null ? "Nothing was changed" : batch.Text.Replace("Undoing: ", "Nothing was undone: ", StringComparison.Ordinal);
}
