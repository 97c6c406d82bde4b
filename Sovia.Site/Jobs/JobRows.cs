using Marten;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Says which items are worked on, by whom and how often they were tried, in rows that any node reads.</summary>
public sealed class JobRows(ISessionFactory sessions, NodeId node, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>The row of an item; null where nobody is at it.</summary>
    public async Task<JobRow?> OfAsync(string job, string item, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<JobRow>(JobRow.IdOf(job, item), ct);
    }

    /// <summary>Notes an attempt before it begins: one that ends the process is counted too.</summary>
    internal async Task<JobRow> BeginAsync(string job, string item, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var id = JobRow.IdOf(job, item);
        var now = clock.GetUtcNow();
        var row = new JobRow { Id = id, Node = node.Value, StartedAt = now, SeenAt = now };
        if (await session.LoadAsync<JobRow>(id, ct) is { } before) row = row with { Attempts = before.Attempts, Trouble = before.Trouble };
        row = row with { Attempts = row.Attempts + 1 };
        session.Store(row);
        await session.SaveChangesAsync(ct);
        return row;
    }

    /// <summary>Says now and then that this node is at it, until cancelled.</summary>
    internal async Task BeatAsync(JobRow row, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
                try
                {
                    await SaveAsync(row with { SeenAt = clock.GetUtcNow(), Trouble = null }, over);
                }
                catch (Exception e) when (DatabaseFault.Of(e) is not null)
                {
                    // The work itself finds out whether the database is there.
                }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    /// <summary>Notes what kept an attempt from its end.</summary>
    internal Task TroubleAsync(JobRow row, string trouble, CancellationToken ct) => SaveAsync(row with { SeenAt = clock.GetUtcNow(), Trouble = trouble }, ct);

    /// <summary>Takes an attempt back that the site itself ended: however often it is restarted, that is no fault of the item.</summary>
    internal async Task LeaveAsync(JobRow row)
    {
        try
        {
            await SaveAsync(row with { Attempts = row.Attempts - 1 }, CancellationToken.None);
        }
        catch (Exception e) when (DatabaseFault.Of(e) is not null)
        {
            // Then it counts.
        }
    }

    /// <summary>Forgets an item that has ended.</summary>
    internal async Task EndAsync(JobRow row, CancellationToken ct)
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
