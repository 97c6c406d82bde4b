using Marten;
using Npgsql;
using Sovia.Index;

namespace Sovia.Curation;

/// <summary>Lets one transaction at a time of a library change annotations, or how a large batch of them stands.</summary>
internal static class AnnotationLock
{
    /// <summary>Begins the session's transaction and waits for its turn, which ends with the transaction.</summary>
    public static async Task AcquireAsync(IDocumentSession session, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var locking =
            new NpgsqlBatch(session.Connection) { BatchCommands = { AnnotationRows.CreateLockCommand(session.TenantId) } };
        await locking.ExecuteNonQueryAsync(ct);
    }
}
