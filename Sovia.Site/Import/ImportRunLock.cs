using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>Serialises the transactions that change a run's state, so that of two concurrent requests only one takes effect.</summary>
internal static class ImportRunLock
{
    /// <summary>
    /// Begins the session's transaction, waits for the run's lock and reads the current run. The lock is held until the transaction ends.
    /// </summary>
    public static async Task<ImportRun?> LoadLockedAsync(IDocumentSession session, Guid run, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        {
            Parameters = { new() { Value = $"Sovia run {run} of {session.TenantId}" } },
        };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
        return await session.LoadAsync<ImportRun>(run, ct);
    }
}
