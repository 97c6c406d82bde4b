using System.Collections.Concurrent;
using System.Data;
using System.Runtime.CompilerServices;
using Marten;
using Npgsql;

namespace Sovia.Library.Writing;

/// <summary>
/// A lock that lets one transaction at a time read, change and write posts, as imports and scans do. Without it, the transaction that saves
/// last would overwrite the changes that others made in between.
/// </summary>
public static class LibraryWriteLock
{
    private const int Key = 0x536F7669; // "Sovi"

    // One that holds the lock and one that waits for it in the database. Further waiters of a process wait here without a connection,
    // because connections that wait would be missing for pages.
    private const int AtTheDatabase = 2;

    private static readonly ConditionalWeakTable<IDocumentStore, ConcurrentDictionary<string, SemaphoreSlim>> Lines = [];

    /// <summary>Begins the session's transaction and acquires the lock, which is released when the transaction ends.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="mayBeDoneAgain">True for a step that records its progress in the same transaction: the commit does not wait for the
    /// disk (synchronous_commit off). A crash of the database server can lose the most recent such steps completely, so the caller must
    /// check whether its steps are still recorded.</param>
    public static async Task AcquireAsync(IDocumentSession session, CancellationToken ct, bool mayBeDoneAgain = false)
    {
        var line = Lines.GetValue(session.DocumentStore, static _ => new()).GetOrAdd(session.TenantId, static _ => new(AtTheDatabase));
        await line.WaitAsync(ct);
        var queueSlot = new QueueSlot(line);
        try
        {
            await session.BeginTransactionAsync(ct);
            queueSlot.LeaveWith(session.Connection);
            // Disables sequential scans, because writers look up posts by ID: in a library that grows faster than its statistics are
            // updated, PostgreSQL would scan the whole table for that.
            var commit = mayBeDoneAgain ? ", set_config('synchronous_commit', 'off', true)" : "";
            await using var command =
                new NpgsqlCommand($"select set_config('enable_seqscan', 'off', true){commit} from pg_advisory_xact_lock($1, hashtext($2))")
                {
                    Parameters = { new() { Value = Key }, new() { Value = session.TenantId } },
                };
            await using (await session.ExecuteReaderAsync(command, ct)) { }
        }
        catch
        {
            queueSlot.Leave();
            throw;
        }
    }

    // Released when the connection returns to the pool, which happens however the transaction ends.
    private sealed class QueueSlot(SemaphoreSlim line)
    {
        private int left;

        public void LeaveWith(NpgsqlConnection? connection)
        {
            if (connection is null) Leave();
            else connection.StateChange += (_, change) =>
            {
                if (change.CurrentState is ConnectionState.Closed or ConnectionState.Broken) Leave();
            };
        }

        public void Leave()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) line.Release();
        }
    }
}
