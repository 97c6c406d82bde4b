using Marten;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Records which items run, on which node and after how many attempts, in rows that any node can read.</summary>
public sealed class JobRowStore(ISessionFactory sessions, NodeId node, TimeProvider clock)
{
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RevertTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StaleAge = TimeSpan.FromMinutes(2);

    /// <summary>Loads the row of an item; null if the item neither runs nor waits to be retried.</summary>
    public async Task<JobRow?> FindAsync(string job, string item, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<JobRow>(JobRow.CreateId(job, item), ct);
    }

    /// <summary>Records an attempt before it starts, so that one that ends the process is counted too.</summary>
    internal async Task<JobRow> BeginAttemptAsync(string job, string item, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var id = JobRow.CreateId(job, item);
        var now = clock.GetUtcNow();
        var row = new JobRow { Id = id, Node = node.Value, StartedAt = now, SeenAt = now };
        if (await session.LoadAsync<JobRow>(id, ct) is { } previous)
            row = row with { Attempts = previous.Attempts, TroubledSince = previous.TroubledSince, Trouble = previous.Trouble };
        row = row with { Attempts = row.Attempts + 1 };
        session.Store(row);
        await session.SaveChangesAsync(ct);
        return row;
    }

    /// <summary>Sends a heartbeat every five seconds until cancelled.</summary>
    internal async Task SendHeartbeatsAsync(JobRow row, CancellationToken over)
    {
        using var timer = new PeriodicTimer(HeartbeatInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
                try
                {
                    await SaveAsync(row.WithHeartbeat(clock.GetUtcNow()) with { Trouble = null }, over);
                }
                catch (Exception e) when (DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
                {
                    // The work itself detects that the database is unavailable.
                }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    /// <summary>Records why an attempt failed. Call after the heartbeats have ended.</summary>
    internal Task RecordFaultAsync(JobRow row, string reason, CancellationToken ct) =>
        SaveAsync(row with { Trouble = reason, TroubledSince = row.TroubledSince ?? row.SeenAt }, ct);

    /// <summary>Subtracts an attempt that a shutdown cancelled from the count, because the item did not cause the shutdown.</summary>
    internal async Task RevertAttemptAsync(JobRow row)
    {
        using var timeout = new CancellationTokenSource(RevertTimeout, clock);
        try
        {
            await using var session = sessions.OpenSession();
            // Another node may have started the item again.
            if (await session.LoadAsync<JobRow>(row.Id, timeout.Token) is not { } current || current.Node != row.Node
                || current.StartedAt != row.StartedAt) return;
            session.Store(current with { Attempts = Math.Max(0, row.Attempts - 1), TroubledSince = row.TroubledSince });
            await session.SaveChangesAsync(timeout.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
        {
            // The attempt stays counted.
        }
    }

    /// <summary>Lists rows of the current library without a heartbeat for two minutes.</summary>
    internal async Task<IReadOnlyList<JobRow>> ListStaleAsync(CancellationToken ct)
    {
        var staleBefore = clock.GetUtcNow() - StaleAge;
        await using var session = sessions.QuerySession();
        return await session.Query<JobRow>().Where(row => row.SeenAt < staleBefore).ToListAsync(ct);
    }

    /// <summary>
    /// Deletes rows of items that are no longer pending, such as those cancelled between two attempts, if this node can tell.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="pendingItems">The job's pending items on this node.</param>
    /// <param name="staleRows">The stale rows, read before the pending items.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task DeleteStaleAsync(IJob job, IEnumerable<string> pendingItems, IReadOnlyList<JobRow> staleRows, CancellationToken ct)
    {
        if (staleRows.Count == 0) return;
        var prefix = JobRow.CreateId(job.Name, "");
        var pendingIds = pendingItems.Select(item => prefix + item).ToHashSet(StringComparer.Ordinal);
        var endedRows = staleRows
            .Where(row => row.Id.StartsWith(prefix, StringComparison.Ordinal) && !pendingIds.Contains(row.Id)
                && (job.Affinity == JobAffinity.AnyNode || row.Node == node.Value))
            .ToList();
        foreach (var row in endedRows) await DeleteAsync(row, ct);
    }

    /// <summary>Deletes the row of an item that has ended.</summary>
    internal async Task DeleteAsync(JobRow row, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        session.Delete<JobRow>(row.Id);
        await session.SaveChangesAsync(ct);
    }

    private async Task SaveAsync(JobRow row, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        session.Store(row);
        await session.SaveChangesAsync(ct);
    }
}
