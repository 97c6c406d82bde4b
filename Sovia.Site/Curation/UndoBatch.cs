using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>Undoes a batch, which may itself be an undo. A running batch is ended first.</summary>
public sealed class UndoBatch(ISessionFactory sessions, EndBatch stop, QueueBatch queue, CurrentAccount account, TimeProvider clock)
{
    /// <summary>Reverts each field that still has the value the batch gave it, and skips the others.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isForced">Whether to revert fields that were changed since as well, at the user's request.</param>
    /// <param name="listedBy">ID of an undo whose skipped fields are reverted, and no others, because the user saw only those; null for
    /// all fields.</param>
    /// <returns>The result, or the queued batch if it changed many posts; null if there is no such batch.</returns>
    public async Task<ChangeResult?> RunAsync(Guid id, CancellationToken ct, bool isForced = false, Guid? listedBy = null)
    {
        // No further part is written after this, so the events read below are complete.
        await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<Batch>(id, ct) is not { } undone) return null;
        var now = Microseconds.Truncate(clock.GetUtcNow());
        if (undone.IsDecision) return await UndoDecisionAsync(session, undone, now, ct);
        if (undone.Count > ApplyChange.MaxPostsPerTransaction)
            return new(await queue.QueueUndoAsync(Batch.Create(now, account.Name), undone, isForced, listedBy, ct), undone.Count, []);
        var events = await session.Events.FetchStreamAsync(id, token: ct);
        var revert = new RevertChanges(events.Select(e => e.Data).OfType<PostsChanged>().SelectMany(changed => changed.Posts),
            isForced, await SkippedFieldReader.ReadAsync(session, listedBy, null, ct));
        var update = await AnnotationUpdate.BeginAsync(session, revert.Ids, withLikes: false, revert.ChangesVisibility, ct);
        var changed = await update.WriteAsync(revert.Revert, ct);
        List<SkippedField> skipped = [.. revert.SkippedFields.Union(update.Locked)];
        if (changed.Count == 0) return new(null, update.Posts.Count, skipped);
        var batch = Batch.Create(now, account.Name) with
        {
            Text = DescribeUndo(undone),
            Count = changed.Count,
            Done = update.Posts.Count,
            Total = update.Posts.Count,
            Left = skipped.Count,
            Undoes = id,
        };
        StoreUndo(session, batch, undone, changed, skipped);
        await session.SaveChangesAsync(ct);
        await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
        return new(batch, update.Posts.Count, skipped);
    }

    private async Task<ChangeResult> UndoDecisionAsync(IDocumentSession session, Batch undone, DateTimeOffset now, CancellationToken ct)
    {
        await AnnotationLock.AcquireAsync(session, ct);
        undone = await session.LoadAsync<Batch>(undone.Id, ct) ?? undone;
        // Counts the chain of undos of undos: with an odd number, the batch is currently undone.
        var count = 0;
        for (var last = undone; last.UndoneBy is { } undoId && await session.LoadAsync<Batch>(undoId, ct) is { } undo; last = undo) count++;
        if (count % 2 == 1) return new(null, 0, []);
        var batch = Batch.Create(now, account.Name) with { Text = DescribeUndo(undone), Undoes = undone.Id, IsDecision = true };
        session.Store(batch, undone with { UndoneBy = batch.Id });
        await session.SaveChangesAsync(ct);
        return new(batch, 0, []);
    }

    /// <summary>Describes the undo of a batch.</summary>
    internal static string DescribeUndo(Batch undone) => $"Undid: {undone.Text}";

    /// <summary>Stores an undo with its changed and skipped fields.</summary>
    /// <returns>The undone batch as stored.</returns>
    internal static Batch StoreUndo(IDocumentSession session, Batch batch, Batch undone, IReadOnlyList<ChangedPost> changed,
        IReadOnlyList<SkippedField> left)
    {
        session.Store(batch);
        if (left.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(left));
        if (changed.Count == 0) return undone;
        session.Events.Append(batch.Id, new PostsChanged(changed));
        if (undone.UndoneBy == batch.Id) return undone;
        undone = undone with { UndoneBy = batch.Id };
        session.Store(undone);
        return undone;
    }
}
