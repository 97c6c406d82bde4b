using Marten;
using Sovia.Curation;

namespace Sovia.Duplicates.Decisions;

/// <summary>
/// Undoes a decision: its batch, and the group is back in the queue at once. Undone from the history, it is back with the next derivation.
/// </summary>
public sealed class UndoDecision(UndoBatch undo, ISessionFactory sessions)
{
    /// <summary>Undoes it.</summary>
    /// <param name="batch">The batch of the decision.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What came of it; null where there is no such decision.</returns>
    public async Task<ChangeResult?> RunAsync(Guid batch, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (!await DecisionStore.ExistsAsync(session, batch, ct)) return null;
        if (await undo.RunAsync(batch, ct) is not { } result) return null;
        await DecisionStore.RequeueGroupAsync(session, batch, ct);
        return result;
    }
}
