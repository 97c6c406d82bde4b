using System.Globalization;
using Sovia.Curation;
using Sovia.Duplicates.Queue;

namespace Sovia.Duplicates.Decisions;

/// <summary>Applies a verdict to a group of near duplicates, in one transaction and as one batch with all its changes.</summary>
public sealed class DecideDuplicates(ApplyChange apply, RecordDecision record, ReadDuplicateQueue queue, TimeProvider clock)
{
    private const string GoneText = "That group is no longer in the queue. It was decided already, or its items have changed.";

    private const string ChangedText =
        "The items of that group have changed since this page was loaded. Nothing was changed; look at the group again.";

    /// <summary>
    /// Applies the verdict. A group no longer in the queue, for instance after a double click or from an old tab, keeps its decision.
    /// </summary>
    /// <param name="id">The group.</param>
    /// <param name="duplicateVerdict">The verdict.</param>
    /// <param name="best">For <see cref="DuplicateVerdict.Same"/>, the post to keep.</param>
    /// <param name="shown">The posts shown to the user; null if unknown. If the group has different members by now, nothing is
    /// decided.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DecisionResult> RunAsync(Guid id, DuplicateVerdict duplicateVerdict, Guid? best, IReadOnlyCollection<Guid>? shown,
        CancellationToken ct)
    {
        if (await queue.FindGroupAsync(id, ct) is not { } group) return new(null, GoneText);
        if (shown is not null && !group.Members.Select(member => member.Post).ToHashSet().SetEquals(shown)) return new(null, ChangedText);
        if (duplicateVerdict == DuplicateVerdict.Same && group.Members.All(member => member.Post != best))
            return new(null, "Choose the item to keep. Nothing was changed.");
        BatchTransactionStep decide = (session, batch, token) =>
            DecisionStore.RecordAsync(session, group, duplicateVerdict, duplicateVerdict == DuplicateVerdict.Same ? best : null, batch.Id,
                clock.GetUtcNow(), token);
        var otherPosts = group.Members.Select(member => member.Post).Where(post => post != best).Distinct();
        var batch = duplicateVerdict == DuplicateVerdict.Same
            ? (await apply.RunAsync(Selection.From(otherPosts), new Change { Trashed = true }, ct, decide)).Batch
            : await record.RunAsync(Describe(duplicateVerdict, group.Members.Select(member => member.Post).Distinct().Count()), decide, ct);
        return new(batch, batch is null ? GoneText : null);
    }

    private static string Describe(DuplicateVerdict duplicateVerdict, int count) => duplicateVerdict switch
    {
        DuplicateVerdict.Variants => string.Create(CultureInfo.InvariantCulture, $"Linked {count} items as variants"),
        DuplicateVerdict.Unrelated => string.Create(CultureInfo.InvariantCulture, $"Marked {count} items as not duplicates"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Kept all {count} near duplicates"),
    };
}
