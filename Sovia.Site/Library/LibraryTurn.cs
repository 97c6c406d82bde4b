using Marten;
using Npgsql;

namespace Sovia.Library;

/// <summary>
/// Lets one transaction at a time read posts, change them and write them back. An import and a scan both do; without
/// turns the one that saves last would undo what the other found out in between.
/// </summary>
public static class LibraryTurn
{
    private const int Key = 0x536F7669; // "Sovi"

    /// <summary>Begins the session's transaction and waits for its turn, which ends with the transaction.</summary>
    /// <param name="session">The session.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="mayBeDoneAgain">
    /// True for a step of work whose progress is noted in the same transaction: its commit is not waited for until it is on the disk. A
    /// server that crashes may lose the last such steps, whole and from the last on; whoever took them looks whether they are still there.
    /// </param>
    public static async Task TakeAsync(IDocumentSession session, CancellationToken ct, bool mayBeDoneAgain = false)
    {
        await session.BeginTransactionAsync(ct);
        // Who writes looks posts up by their ids. A library that grows faster than its statistics are taken would be read from end to end for that.
        var commit = mayBeDoneAgain ? ", set_config('synchronous_commit', 'off', true)" : "";
        await using var command = new NpgsqlCommand($"select set_config('enable_seqscan', 'off', true){commit} from pg_advisory_xact_lock($1, hashtext($2))")
        {
            Parameters = { new() { Value = Key }, new() { Value = session.TenantId } },
        };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }
}
