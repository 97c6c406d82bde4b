using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>
/// Applies a user's change to posts; every such change goes through this class. One transaction writes the annotations, the index rows, the
/// state version and the batch's event. A large selection runs as a job with one such transaction per part.
/// </summary>
public sealed class ApplyChange(
    ISessionFactory sessions, FindSelectedPosts selected, QueueBatch queue, GroupCommit group, CurrentTenant tenant, CurrentAccount account,
    TimeProvider clock)
{
    /// <summary>The maximum number of posts changed while the caller waits. It also bounds how long a concurrent like waits.</summary>
    internal const int MaxPostsPerTransaction = 500;

    // Changes of up to this many posts may share a transaction with others (group commit).
    private const int MaxGroupedPosts = 20;

    /// <summary>
    /// Likes a post, or removes its like. The current state is read under the lock, so that of two calls at once one likes and one unlikes.
    /// </summary>
    /// <param name="id">The post.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The result with the post after the change; without a post if the library has none with this ID.</returns>
    public Task<ChangeResult> ToggleLikeAsync(Guid id, CancellationToken ct)
    {
        var (now, change) = (Microseconds.Truncate(clock.GetUtcNow()), new Change());
        return group.RunAsync(tenant.Id, new([id], post =>
        {
            change = new() { Liked = post.Liked != true };
            return change.ApplyTo(post, now);
        }, WithLikes: true, () => Batch.Create(now, account.Name), (tally, _) => ChangeText.Describe(change, tally)), ct);
    }

    /// <summary>Applies a change to a selection.</summary>
    /// <param name="selection">The posts.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="by">The author of the change; null for the account.</param>
    /// <param name="additionalStep">Writes additional data in the same transaction. Skipped if nothing changes, and not allowed for
    /// selections above
    /// <see cref="MaxPostsPerTransaction"/>.</param>
    /// <returns>The batch and the number of selected posts. A large batch is only queued.</returns>
    public async Task<ChangeResult> RunAsync(Selection selection, Change change, CancellationToken ct,
        BatchTransactionStep? additionalStep = null,
        string? by = null)
    {
        var now = Microseconds.Truncate(clock.GetUtcNow());
        if (selection.Ids is { Count: <= MaxGroupedPosts } fewIds && !change.ChangesVisibility && additionalStep is null)
        {
            var smallChange = new SmallChange(
                fewIds, post => change.ApplyTo(post, now), change.Liked is not null, () => Batch.Create(now, by ?? account.Name),
                (tally, locked) => ChangeText.Describe(locked.RemoveLocked(change), tally))
            { ChangesCollections = change.Collect is not null || change.Uncollect is not null };
            return await group.RunAsync(tenant.Id, smallChange, ct);
        }
        var ids = await selected.FindIdsAsync(selection, change.ChangesVisibility, ct);
        if (ids.Count > MaxPostsPerTransaction && additionalStep is not null)
            throw new ArgumentException($"more than {MaxPostsPerTransaction} posts are changed in several transactions", nameof(selection));
        if (ids.Count > MaxPostsPerTransaction)
            return new(await queue.QueueChangeAsync(Batch.Create(now, by ?? account.Name), change, ids, ct), ids.Count, []);
        await using var session = sessions.OpenSession();
        var update = await AnnotationUpdate.BeginAsync(session, ids, change.Liked is not null, change.ChangesVisibility, ct);
        var changed = await update.WriteAsync(post => change.ApplyTo(post, now), ct);
        if (changed.Count == 0) return new(null, update.Posts.Count, update.Locked);
        // Created while the lock is held, so that batch IDs sort by write time.
        var batch = Batch.Create(now, by ?? account.Name) with
        {
            Text = ChangeText.Describe(update.LockedCollections.RemoveLocked(change), AnnotationUpdate.CountByField(changed)),
            Count = changed.Count,
            Done = update.Posts.Count,
            Total = update.Posts.Count,
            Left = update.Locked.Count,
        };
        if (additionalStep is not null && !await additionalStep(session, batch, ct)) return new(null, update.Posts.Count, []);
        session.Store(batch);
        session.Events.Append(batch.Id, new PostsChanged(changed));
        if (update.Locked.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(update.Locked));
        await session.SaveChangesAsync(ct);
        await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
        return new(batch, update.Posts.Count, update.Locked);
    }
}
