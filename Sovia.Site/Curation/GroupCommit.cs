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
    private const int Max = 64;

    // Time-out of a group, because all later changes of the library wait behind one that hangs on a dead connection. Longer than the wait
    // for the lock.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Line> lines = new();

    /// <summary>Applies a change.</summary>
    /// <param name="library">The library on which the sessions are opened.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels the wait; a write in progress still completes.</param>
    internal Task<ChangeResult> RunAsync(string library, SmallChange change, CancellationToken ct)
    {
        var waiting = new Waiting(change, ct);
        var line = lines.GetOrAdd(library, static _ => new());
        lock (line)
        {
            line.Queue.Enqueue(waiting);
            if (line.IsServed) return waiting.Task(ct);
            line.IsServed = true;
        }
        _ = ServeAsync(line);
        return waiting.Task(ct);
    }

    private async Task ServeAsync(Line line)
    {
        while (Next(line) is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
            }
            catch (Exception e) when (group.Count > 1 && DatabaseErrorClassifier.IsDataError(e))
            {
                // Nothing was committed. Retry each alone, so that only the change that caused the error fails.
                foreach (var one in group)
                    if (!one.IsGivenUp()) await AloneAsync(one);
            }
            catch (Exception e)
            {
                // The commit may have succeeded, so a retry could overwrite later changes.
                foreach (var one in group) one.Failed(e);
            }
        }
    }

    private async Task AloneAsync(Waiting one)
    {
        try
        {
            await WriteAsync([one]);
        }
        catch (Exception e)
        {
            one.Failed(e);
        }
    }

    private static List<Waiting> Next(Line line)
    {
        lock (line)
        {
            var group = new List<Waiting>();
            while (group.Count < Max && line.Queue.TryDequeue(out var waiting))
                if (!waiting.IsGivenUp()) group.Add(waiting);
            line.IsServed = group.Count > 0;
            return group;
        }
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        using var limit = new CancellationTokenSource(Timeout, clock);
        try
        {
            await WriteAsync(group, limit.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not respond in time. The change may still have been made.", e);
        }
    }

    private async Task WriteAsync(List<Waiting> group, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var writer = new AnnotationWriter(session);
        var read = await writer.ReadAsync([.. group.SelectMany(one => one.Change.Ids).Distinct()], group.Any(one => one.Change.WithLikes),
            ct);
        var known = read.ToDictionary(post => post.Annotation.Id);
        var locked = group.Any(one => one.Change.ChangesCollections) ? await LockedCollections.ReadAsync(session, ct)
            : LockedCollections.None;
        var results = new List<ChangeResult>();
        var changed = new HashSet<Guid>();
        foreach (var one in group)
        {
            var (result, changes) = one.Change.Apply(known, locked);
            results.Add(result);
            if (result.Batch is not { } batch || changes is null) continue;
            session.Store(batch);
            session.Events.Append(batch.Id, changes);
            if (result.SkippedFields.Count > 0) session.Events.Append(batch.Id, new FieldsLeft(result.SkippedFields));
            changed.UnionWith(changes.Posts.Select(post => post.After.Id));
        }
        if (changed.Count > 0)
        {
            await writer.WriteAsync([.. changed.Select(id => known[id].Annotation)], ct);
            await session.SaveChangesAsync(ct);
        }
        foreach (var (one, result) in group.Zip(results)) one.Done(result);
    }

    private sealed class Line
    {
        public Queue<Waiting> Queue { get; } = new();

        public bool IsServed { get; set; }
    }

    private sealed class Waiting(SmallChange change, CancellationToken ct)
    {
        private readonly TaskCompletionSource<ChangeResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SmallChange Change => change;

        public Task<ChangeResult> Task(CancellationToken ct) => result.Task.WaitAsync(ct);

        public bool IsGivenUp() => ct.IsCancellationRequested && result.TrySetCanceled(ct);

        public void Done(ChangeResult value) => result.TrySetResult(value);

        public void Failed(Exception e)
        {
            // The caller may have gone; reading the exception marks it as observed.
            if (result.TrySetException(e)) _ = result.Task.Exception;
        }
    }
}
