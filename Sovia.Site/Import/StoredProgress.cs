using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>What the database says of a run while it is being written.</summary>
/// <param name="IsCancelled">Whether somebody asked it to stop.</param>
/// <param name="Progress">How far it has been written.</param>
internal sealed record StoredProgress(bool IsCancelled, ImportProgress Progress)
{
    /// <summary>Asks for it.</summary>
    public static async Task<StoredProgress> OfAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select exists (select from sovia.mt_doc_importcancellation where tenant_id = $1 and id = $2),
                (select array[(data -> 'progress' ->> 'files')::integer, (data -> 'progress' ->> 'items')::integer] from sovia.mt_doc_importrun where tenant_id = $1 and id = $2)
            """)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = run } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        await reader.ReadAsync(ct);
        return new(reader.GetBoolean(0), reader.IsDBNull(1) ? new(0, 0) : reader.GetFieldValue<int[]>(1) is [var files, var items] ? new(files, items) : new(0, 0));
    }
}
