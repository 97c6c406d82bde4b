using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>The stored state of a run that is being written, and of the library.</summary>
/// <param name="IsCancelled">True if cancellation was requested.</param>
/// <param name="Progress">The written progress.</param>
/// <param name="CurrentVersion">The library's version.</param>
internal sealed record StoredRunState(bool IsCancelled, ImportProgress Progress, long CurrentVersion)
{
    /// <summary>Reads the state.</summary>
    public static async Task<StoredRunState> ReadAsync(IQuerySession session, Guid run, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select exists (select from sovia.mt_doc_importcancellation where tenant_id = $1 and id = $2),
                coalesce((run.data -> 'progress' ->> 'files')::integer, 0), coalesce((run.data -> 'progress' ->> 'items')::integer, 0),
                coalesce((select version from sovia.library_version where tenant_id = $1), 0)
            from (select) one left join sovia.mt_doc_importrun run on run.tenant_id = $1 and run.id = $2
            """)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = run } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        await reader.ReadAsync(ct);
        return new(reader.GetBoolean(0), new(reader.GetInt32(1), reader.GetInt32(2)), reader.GetInt64(3));
    }
}
