using System.Collections.Concurrent;
using System.Data;
using System.Runtime.CompilerServices;
using Marten;
using Npgsql;

namespace Sovia.Library.Writing;

/// <summary>
/// Lets one transaction at a time read posts, change them and write them back. An import and a scan both do; without
/// turns the one that saves last would undo what the other found out in between.
/// </summary>
public static class LibraryWriteLock
{
    private const int Key = 0x536F7669; // "Sovi"

    // One that works and one that is next. Of a process the rest waits here without a connection: those that wait at the database would be
    // missed by pages.
    private const int AtTheDatabase = 2;

    private static readonly ConditionalWeakTable<IDocumentStore, ConcurrentDictionary<string, SemaphoreSlim>> Lines = [];

    /// <summary>Begins the session's transaction and waits for its turn, which ends with the transaction.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="mayBeDoneAgain">
    /// True for a step of work whose progress is noted in the same transaction: its commit is not waited for until it is on the disk. A
    /// server that crashes may lose the last such steps, whole and from the last on; whoever took them looks whether they are still there.
    /// </param>
    public static async Task AcquireAsync(IDocumentSession session, CancellationToken ct, bool mayBeDoneAgain = false)
    {
        var line = Lines.GetValue(session.DocumentStore, static _ => new()).GetOrAdd(session.TenantId, static _ => new(AtTheDatabase));
        await line.WaitAsync(ct);
        var queueSlot = new QueueSlot(line);
        try
        {
            await session.BeginTransactionAsync(ct);
            queueSlot.LeaveWith(session.Connection);
            // Who writes looks posts up by their ids. A library that grows faster than its statistics are taken would be read from end to
            // end for that.
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

    // However a transaction ends, its connection goes back, and that is when the next of the process may come forward.
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
