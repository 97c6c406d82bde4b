using Marten;
using Npgsql;
using Sovia.Index;

namespace Sovia.Curation;

/// <summary>A lock per library: only one transaction at a time changes annotations or the progress of a large batch.</summary>
internal static class AnnotationLock
{
    /// <summary>Begins the session's transaction and waits for the lock, which is released when the transaction ends.</summary>
    public static async Task AcquireAsync(IDocumentSession session, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var batch =
            new NpgsqlBatch(session.Connection) { BatchCommands = { AnnotationRows.CreateLockCommand(session.TenantId) } };
        await batch.ExecuteNonQueryAsync(ct);
    }
}
