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

    // The lock holder and one waiter, which waits in the database. Other waiters of this process wait for a semaphore, because waiting
    // connections would not be available to pages.
    private const int MaxInDatabase = 2;

    private static readonly ConditionalWeakTable<IDocumentStore, ConcurrentDictionary<string, SemaphoreSlim>> Gates = [];

    /// <summary>Begins the session's transaction and acquires the lock, which is released when the transaction ends.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isRepeatable">True for a step that records its progress in the same transaction: the commit does not wait for the
    /// disk (synchronous_commit off). A crash of the database server can lose the most recent such steps completely, so the caller must
    /// check whether its steps are still recorded.</param>
    public static async Task AcquireAsync(IDocumentSession session, CancellationToken ct, bool isRepeatable = false)
    {
        var gate = Gates.GetValue(session.DocumentStore, static _ => new()).GetOrAdd(session.TenantId, static _ => new(MaxInDatabase));
        await gate.WaitAsync(ct);
        var queueSlot = new QueueSlot(gate);
        try
        {
            await session.BeginTransactionAsync(ct);
            queueSlot.ReleaseWith(session.Connection);
            // Disables sequential scans, because writers look up posts by ID: in a library that grows faster than its statistics are
            // updated, PostgreSQL would scan the whole table for that.
            var commitSetting = isRepeatable ? ", set_config('synchronous_commit', 'off', true)" : "";
            await using var command =
                new NpgsqlCommand($"select set_config('enable_seqscan', 'off', true){commitSetting} from pg_advisory_xact_lock($1, hashtext($2))")
                {
                    Parameters = { new() { Value = Key }, new() { Value = session.TenantId } },
                };
            await using (await session.ExecuteReaderAsync(command, ct)) { }
        }
        catch
        {
            queueSlot.Release();
            throw;
        }
    }

    // Released when the connection returns to the pool, which happens however the transaction ends.
    private sealed class QueueSlot(SemaphoreSlim line)
    {
        private int released;

        public void ReleaseWith(NpgsqlConnection? connection)
        {
            if (connection is null) Release();
            else connection.StateChange += (_, args) =>
            {
                if (args.CurrentState is ConnectionState.Closed or ConnectionState.Broken) Release();
            };
        }

        public void Release()
        {
            if (Interlocked.Exchange(ref released, 1) == 0) line.Release();
        }
    }
}
