using System.Globalization;
using Sovia.Curation;
using Sovia.Duplicates.Queue;

namespace Sovia.Duplicates.Decisions;

/// <summary>Decides about a group of near duplicates: one batch, in one transaction with all that it changes.</summary>
public sealed class DecideDuplicates(ApplyChange apply, RecordDecision record, ReadQueue queue, TimeProvider clock)
{
    private const string Gone = "That group is no longer in the queue. It was decided already, or its items have changed.";

    private const string Changed = "The items of that group have changed since this page was loaded. Nothing was changed; look at the group again.";

    /// <summary>Decides. A group that is no longer there, as with a second click or an old tab, stays as it was decided.</summary>
    /// <param name="id">The group.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="best">Of <see cref="Verdict.Same"/>, the post to keep.</param>
    /// <param name="shown">The posts that whoever decides was shown; null where that is not known. Where the group has others by now, nothing is decided.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Decided> RunAsync(Guid id, Verdict verdict, Guid? best, IReadOnlyCollection<Guid>? shown, CancellationToken ct)
    {
        if (await queue.GroupAsync(id, ct) is not { } group) return new(null, Gone);
        if (shown is not null && !group.Members.Select(member => member.Post).ToHashSet().SetEquals(shown)) return new(null, Changed);
        if (verdict == Verdict.Same && group.Members.All(member => member.Post != best)) return new(null, "Choose the item to keep. Nothing was changed.");
        Alongside decide = (session, batch, stop) => DecisionRows.DecideAsync(session, group, verdict, verdict == Verdict.Same ? best : null, batch.Id, clock.GetUtcNow(), stop);
        var rest = group.Members.Select(member => member.Post).Where(post => post != best).Distinct();
        var batch = verdict == Verdict.Same
            ? (await apply.RunAsync(Selection.Of(rest), new Change { Trashed = true }, ct, decide)).Batch
            : await record.RunAsync(TextOf(verdict, group.Members.Select(member => member.Post).Distinct().Count()), decide, ct);
        return new(batch, batch is null ? Gone : null);
    }

    private static string TextOf(Verdict verdict, int count) => verdict switch
    {
        Verdict.Variants => string.Create(CultureInfo.InvariantCulture, $"Linked {count} items as variants"),
        Verdict.Unrelated => string.Create(CultureInfo.InvariantCulture, $"Marked {count} items as not duplicates"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Kept all {count} near duplicates"),
    };
}
