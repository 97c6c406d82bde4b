using Sovia.Curation;

namespace Sovia.Culling;

/// <summary>
/// Applies the verdicts of a cull: changes the picks as requested and moves the rejects to the trash. Each is a separate batch and can be
/// undone.
/// </summary>
public sealed class FinishCull(CullStore cullStore, ApplyChange apply)
{
    /// <summary>Finishes a cull. If interrupted, the cull remains, and finishing it again completes the rest.</summary>
    /// <param name="state">The state that was shown to the user. Verdicts added since are kept.</param>
    /// <param name="picks">The change to apply to picks; null for none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The results for the picks and for the rejects; null if there were none.</returns>
    public async Task<(ChangeResult? Picks, ChangeResult? Rejects)> RunAsync(CullState state, Change? picks, CancellationToken ct)
    {
        var picked = picks is null || state.Picks.Count == 0 ? null : await apply.RunAsync(Selection.From(state.Picks), picks, ct);
        // Single posts, because rejecting one member of a family does not reject the others.
        var rejected = state.Rejects.Count == 0 ? null : await apply.RunAsync(Selection.From(state.Rejects), new() { Trashed = true }, ct);
        await cullStore.DeleteStepsAsync(state.Steps, ct);
        return (picked, rejected);
    }
}
