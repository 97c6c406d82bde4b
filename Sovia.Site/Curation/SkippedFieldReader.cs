using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Curation;

/// <summary>Reads the fields that an undo has skipped and listed.</summary>
internal static class SkippedFieldReader
{
    private const string Sql = """
        select (f.value->>'id')::uuid, f.value->>'field' from sovia.mt_events e cross join lateral jsonb_array_elements(e.data->'fields') f
        where e.tenant_id = $1 and e.stream_id = $2 and e.type = 'fields_left' and ($3 is null or (f.value->>'id')::uuid = any($3))
        """;

    /// <summary>Returns the fields by post; null without a batch.</summary>
    /// <param name="session">The session.</param>
    /// <param name="batch">The undo.</param>
    /// <param name="posts">The posts to read; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlySet<(Guid Post, string Field)>?> ReadAsync(IQuerySession session, Guid? batch, Guid[]? posts,
        CancellationToken ct)
    {
        if (batch is not { } id) return null;
        await using var command = new NpgsqlCommand(Sql)
        {
            Parameters =
            {
                new() { Value = session.TenantId },
                new() { Value = id },
                new() { Value = (object?)posts ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
        var fields = new HashSet<(Guid, string)>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) fields.Add((reader.GetGuid(0), reader.GetString(1)));
        return fields;
    }
}
