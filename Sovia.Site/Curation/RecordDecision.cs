using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>
/// Records a decision that changes no post as a batch, so that it appears in the history and can be undone like any other change.
/// </summary>
public sealed class RecordDecision(ISessionFactory sessions, CurrentAccount account, TimeProvider clock)
{
    /// <summary>Records a decision.</summary>
    /// <param name="text">A description of the decision, without full stop.</param>
    /// <param name="decide">Writes the decision.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The batch; null if there was nothing to decide.</returns>
    public async Task<Batch?> RunAsync(string text, BatchTransactionStep decide, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await AnnotationLock.AcquireAsync(session, ct);
        var batch = Batch.Create(Microseconds.Truncate(clock.GetUtcNow()), account.Name) with { Text = text, IsDecision = true };
        if (!await decide(session, batch, ct)) return null;
        session.Store(batch);
        await session.SaveChangesAsync(ct);
        return batch;
    }
}
