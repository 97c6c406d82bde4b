using Marten;
using Sovia.Curation;

namespace Sovia.Duplicates.Decisions;

/// <summary>
/// Undoes the batch of a decision and returns its group to the queue at once. If the batch is undone from the history instead, the group
/// returns with the next derivation.
/// </summary>
public sealed class UndoDecision(UndoBatch undo, ISessionFactory sessions)
{
    /// <summary>Undoes the decision.</summary>
    /// <param name="batch">The batch of the decision.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The result; null if there is no such decision.</returns>
    public async Task<ChangeResult?> RunAsync(Guid batch, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        if (!await DecisionStore.ExistsAsync(session, batch, ct)) return null;
        if (await undo.RunAsync(batch, ct) is not { } result) return null;
        await DecisionStore.RequeueGroupAsync(session, batch, ct);
        return result;
    }
}
