using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>Lets one transaction at a time decide on a run, so that of two buttons pressed at once one counts.</summary>
internal static class ImportRunLock
{
    /// <summary>
    /// Begins the session's transaction, waits for its turn, which ends with the transaction, and reads the run as it is then.
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
