using System.Collections.Concurrent;
using Marten;
using Sovia.Jobs;

namespace Sovia.Curation;

/// <summary>
/// Writes small changes that arrive during another write in one transaction (group commit). They share the lock, the commit and the refresh
/// of common families. Each is still a batch of its own, applied in order of arrival.
/// </summary>
public sealed class GroupCommit(ISessionFactory sessions, TimeProvider clock)
{
    private const int MaxGroupSize = 64;

    // Time-out of a group, so that a group on a dead connection does not block all later changes of the library. Longer than the time-out
    // of the lock.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lane> lanes = new();

    /// <summary>Applies a change.</summary>
    /// <param name="library">The library on which the sessions are opened.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels the wait; a write in progress still completes.</param>
    internal Task<ChangeResult> RunAsync(string library, SmallChange change, CancellationToken ct)
    {
        var pending = new PendingChange(change, ct);
        var lane = lanes.GetOrAdd(library, static _ => new());
        lock (lane)
        {
            lane.Queue.Enqueue(pending);
            if (lane.IsBusy) return pending.Task(ct);
            lane.IsBusy = true;
        }
        _ = ProcessAsync(lane);
        return pending.Task(ct);
    }

    private async Task ProcessAsync(Lane lane)
    {
        while (DequeueGroup(lane) is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
            }
            catch (Exception e) when (group.Count > 1 && DatabaseErrorClassifier.IsDataError(e))
            {
                // Nothing was committed. Retry each alone, so that only the change that caused the error fails.
                foreach (var pending in group)
                    if (!pending.TryCancel()) await WriteAloneAsync(pending);
            }
            catch (Exception e)
            {
                // The commit may have succeeded, so a retry could overwrite later changes.
                foreach (var pending in group) pending.Fail(e);
            }
        }
    }

    private async Task WriteAloneAsync(PendingChange pending)
    {
        try
        {
            await WriteAsync([pending]);
        }
        catch (Exception e)
        {
            pending.Fail(e);
        }
    }

    private static List<PendingChange> DequeueGroup(Lane lane)
    {
        lock (lane)
        {
            var group = new List<PendingChange>();
            while (group.Count < MaxGroupSize && lane.Queue.TryDequeue(out var pending))
                if (!pending.TryCancel()) group.Add(pending);
            lane.IsBusy = group.Count > 0;
            return group;
        }
    }

    private async Task WriteAsync(List<PendingChange> group)
    {
        using var timeoutSource = new CancellationTokenSource(Timeout, clock);
        try
        {
            await WriteAsync(group, timeoutSource.Token);
        }
        catch (OperationCanceledException e) when (timeoutSource.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not respond in time. The change may still have been made.", e);
        }
    }

    private async Task WriteAsync(List<PendingChange> group, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var writer = new AnnotationWriter(session);
        var posts = await writer.ReadAsync([.. group.SelectMany(p => p.Change.Ids).Distinct()], group.Any(p => p.Change.WithLikes),
            ct);
        var postsById = posts.ToDictionary(post => post.Annotation.Id);
        var locked = group.Any(p => p.Change.ChangesCollections) ? await LockedCollections.ReadAsync(session, ct)
            : LockedCollections.None;
        var results = new List<ChangeResult>();
        var changed = new HashSet<Guid>();
        foreach (var pending in group)
        {
            var (result, changes) = pending.Change.Apply(postsById, locked);
            results.Add(result);
            if (result.Batch is not { } batch || changes is null) continue;
            session.Store(batch);
            session.Events.Append(batch.Id, changes);
            if (result.SkippedFields.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(result.SkippedFields));
            changed.UnionWith(changes.Posts.Select(post => post.After.Id));
        }
        if (changed.Count > 0)
        {
            await writer.WriteAsync([.. changed.Select(id => postsById[id].Annotation)], ct);
            await session.SaveChangesAsync(ct);
        }
        foreach (var (pending, result) in group.Zip(results)) pending.Complete(result);
    }

    private sealed class Lane
    {
        public Queue<PendingChange> Queue { get; } = new();

        public bool IsBusy { get; set; }
    }

    private sealed class PendingChange(SmallChange change, CancellationToken ct)
    {
        private readonly TaskCompletionSource<ChangeResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SmallChange Change => change;

        public Task<ChangeResult> Task(CancellationToken ct) => result.Task.WaitAsync(ct);

        public bool TryCancel() => ct.IsCancellationRequested && result.TrySetCanceled(ct);

        public void Complete(ChangeResult value) => result.TrySetResult(value);

        public void Fail(Exception e)
        {
            // The caller may have gone; reading the exception marks it as observed.
            if (result.TrySetException(e)) _ = result.Task.Exception;
        }
    }
}
