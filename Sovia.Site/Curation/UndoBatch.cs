using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>Undoes a batch, which may be an undo itself. One that is still being done ends first.</summary>
public sealed class UndoBatch(ISessionFactory sessions, EndBatch stop, QueueBatch queue, CurrentAccount account, TimeProvider clock)
{
    /// <summary>Sets each field back that still has the value the batch gave it, and leaves the others.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isForced">Whether to set the others back too, because the user wants it so.</param>
    /// <returns>What came of it, or the queued batch where it changed many posts; null where there is no such batch.</returns>
    public async Task<ChangeResult?> RunAsync(Guid id, CancellationToken ct, bool isForced = false)
    {
        // No part of it is written from here on, so that what is read of it is all of it.
        await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<Batch>(id, ct) is not { } undone) return null;
        var now = Microseconds.Truncate(clock.GetUtcNow());
        if (undone.IsDecision) return await UndoDecisionAsync(session, undone, now, ct);
        if (undone.Count > ApplyChange.MaxPostsPerTransaction)
            return new(await queue.QueueUndoAsync(Batch.Create(now, account.Name), undone, isForced, ct), undone.Count, []);
        var events = await session.Events.FetchStreamAsync(id, token: ct);
        var setting = new RevertChanges(events.Select(one => one.Data).OfType<PostsChanged>().SelectMany(changed => changed.Posts),
            isForced);
        var posts = await AnnotationUpdate.BeginAsync(session, setting.Ids, withLikes: false, setting.MovesPosts, ct);
        var changed = await posts.WriteAsync(setting.Revert, ct);
        List<SkippedField> left = [.. setting.SkippedFields.Union(posts.Locked)];
        if (changed.Count == 0) return new(null, posts.Posts.Count, left);
        var batch = Batch.Create(now, account.Name) with
        {
            Text = DescribeUndo(undone),
            Count = changed.Count,
            Done = posts.Posts.Count,
            Total = posts.Posts.Count,
            Left = left.Count,
            Undoes = id,
        };
        StoreUndo(session, batch, undone, changed, left);
        await session.SaveChangesAsync(ct);
        await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
        return new(batch, posts.Posts.Count, left);
    }

    private async Task<ChangeResult> UndoDecisionAsync(IDocumentSession session, Batch undone, DateTimeOffset now, CancellationToken ct)
    {
        await AnnotationLock.AcquireAsync(session, ct);
        undone = await session.LoadAsync<Batch>(undone.Id, ct) ?? undone;
        // Undone, and the undo undone, and so on: with an odd number of them there is nothing left to undo.
        var steps = 0;
        for (var last = undone; last.UndoneBy is { } by && await session.LoadAsync<Batch>(by, ct) is { } next; last = next) steps++;
        if (steps % 2 == 1) return new(null, 0, []);
        var batch = Batch.Create(now, account.Name) with { Text = DescribeUndo(undone), Undoes = undone.Id, IsDecision = true };
        session.Store(batch, undone with { UndoneBy = batch.Id });
        await session.SaveChangesAsync(ct);
        return new(batch, 0, []);
    }

    /// <summary>Says in words that a batch was undone.</summary>
    internal static string DescribeUndo(Batch undone) => $"Undid: {undone.Text}";

    /// <summary>Stores an undo with what it changed and what it left.</summary>
    /// <returns>The undone batch as it is stored.</returns>
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
