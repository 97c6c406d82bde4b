using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>
/// Records a decision that changes no post as a batch of its own, so that it stands in the history and can be undone as all changes can.
/// </summary>
public sealed class RecordDecision(ISessionFactory sessions, CurrentAccount account, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    /// <param name="text">What was decided, in words, without a full stop.</param>
    /// <param name="decide">Writes the decision itself.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The batch; null where there was nothing to decide.</returns>
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
