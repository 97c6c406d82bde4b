using Sovia.Curation;

namespace Sovia.Culling;

/// <summary>
/// Does what a cull decided: picks get what they are to get, rejects go to the trash. Each is a batch of its own, and can be undone.
/// </summary>
public sealed class FinishCull(CullStore cullStore, ApplyChange apply)
{
    /// <summary>Finishes a cull. Where this is interrupted, the cull is still there, and finishing it again does what is left.</summary>
    /// <param name="state">The cull as it was shown. What was marked meanwhile stays marked.</param>
    /// <param name="picks">What picks get; null for nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What came of the picks and of the rejects; null where there were none.</returns>
    public async Task<(ChangeResult? Picks, ChangeResult? Rejects)> RunAsync(CullState state, Change? picks, CancellationToken ct)
    {
        var picked = picks is null || state.Picks.Count == 0 ? null : await apply.RunAsync(Selection.From(state.Picks), picks, ct);
        // Each by itself: that one member of a family was rejected says nothing of the others.
        var rejected = state.Rejects.Count == 0 ? null : await apply.RunAsync(Selection.From(state.Rejects), new() { Trashed = true }, ct);
        await cullStore.DeleteStepsAsync(state.Steps, ct);
        return (picked, rejected);
    }
}
