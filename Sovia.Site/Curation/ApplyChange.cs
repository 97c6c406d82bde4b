using Marten;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Curation;

/// <summary>
/// The one way in which a user changes something about posts. A transaction writes annotations, the rows that lists read, the state
/// version, and what was changed as an event of the batch. A large selection is such a transaction for each part of it, and done as a job.
/// </summary>
public sealed class ApplyChange(
    ISessionFactory sessions, FindSelectedPosts selected, QueueBatch queue, GroupCommit group, CurrentTenant tenant, CurrentAccount account,
    TimeProvider clock)
{
    /// <summary>How many posts are changed at once and waited for. A like meanwhile waits for so many at the most.</summary>
    internal const int MaxPostsPerTransaction = 500;

    // So few that they may wait for each other.
    private const int Few = 20;

    /// <summary>Applies a change to a selection.</summary>
    /// <param name="selection">The posts.</param>
    /// <param name="change">What to set.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="by">Who makes the change; null for the account.</param>
    /// <param name="also">Writes more in the same transaction; only for posts that are few enough to be changed at once, and not done where
    /// nothing changes.</param>
    /// <returns>The batch, and how many posts were meant. Where they are many, it is queued only.</returns>
    public async Task<ChangeResult> RunAsync(Selection selection, Change change, CancellationToken ct, BatchTransactionStep? also = null,
        string? by = null)
    {
        var now = Microseconds.Truncate(clock.GetUtcNow());
        if (selection.Ids is { Count: <= Few } few && !change.MovesPosts && also is null)
        {
            var small = new SmallChange(
                few, post => change.ApplyTo(post, now), change.Liked is not null, () => Batch.Create(now, by ?? account.Name), tally =>
                ChangeText.Describe(change, tally));
            return await group.RunAsync(tenant.Id, small, ct);
        }
        var ids = await selected.FindIdsAsync(selection, change.MovesPosts, ct);
        if (ids.Count > MaxPostsPerTransaction && also is not null)
            throw new ArgumentException($"more than {MaxPostsPerTransaction} posts are changed in several transactions", nameof(selection));
        if (ids.Count > MaxPostsPerTransaction)
            return new(await queue.QueueChangeAsync(Batch.Create(now, by ?? account.Name), change, ids, ct), ids.Count, []);
        await using var session = sessions.OpenSession();
        var posts = await AnnotationUpdate.BeginAsync(session, ids, change.Liked is not null, change.MovesPosts, ct);
        var changed = await posts.WriteAsync(post => change.ApplyTo(post, now), ct);
        if (changed.Count == 0) return new(null, posts.Posts.Count, []);
        // Its turn has come: ids sort by when batches were written.
        var batch = Batch.Create(now, by ?? account.Name) with
        {
            Text = ChangeText.Describe(change, AnnotationUpdate.CountByField(changed)),
            Count = changed.Count,
            Done = posts.Posts.Count,
            Total = posts.Posts.Count,
        };
        if (also is not null && !await also(session, batch, ct)) return new(null, posts.Posts.Count, []);
        session.Store(batch);
        session.Events.Append(batch.Id, new PostsChanged(changed));
        await session.SaveChangesAsync(ct);
        await AnnotationUpdate.AnalyzeTablesAsync(sessions, batch, ct);
        return new(batch, posts.Posts.Count, []);
    }
}
