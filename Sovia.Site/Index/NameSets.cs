using System.Buffers;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>
/// Stores the combinations of models, modes and hosts that rows have. A row holds the ID of its combination, which is a hash of the names,
/// and a table holds the names.
/// </summary>
internal static class NameSets
{
    private const string InsertSql = """
        insert into sovia.name_set (tenant_id, id, models, modes, hosts)
        select $1, one.id, array(select jsonb_array_elements_text(one.names->0)), array(select jsonb_array_elements_text(one.names->1)), array(select jsonb_array_elements_text(one.names->2))
        from unnest($2, $3) as one (id, names) order by one.id on conflict do nothing
        """;

    /// <summary>Computes the ID of a row's name set.</summary>
    public static long ComputeId(IndexRow row)
    {
        var size = GetSize(row.Models) + GetSize(row.Modes) + GetSize(row.Hosts) + 2;
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var end = Write(row.Models, bytes, 0);
            bytes[end++] = 1;
            end = Write(row.Modes, bytes, end);
            bytes[end++] = 1;
            end = Write(row.Hosts, bytes, end);
            return unchecked((long)XxHash64.HashToUInt64(bytes.AsSpan(0, end)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Stores the name sets of some rows, before the rows are written.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string tenant,
        IEnumerable<IndexRow> rows, CancellationToken ct)
    {
        var rowsById = new Dictionary<long, IndexRow>();
        foreach (var row in rows) rowsById.TryAdd(ComputeId(row), row);
        if (rowsById.Count == 0) return;
        await using var command = new NpgsqlCommand(InsertSql, connection, transaction)
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = rowsById.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = rowsById.Values
                    .Select(row => JsonSerializer.Serialize<IReadOnlyList<string>[]>([row.Models, row.Modes, row.Hosts])).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Returns the name sets of some IDs.</summary>
    public static async Task<IReadOnlyDictionary<long, NameSet>> ReadAsync(NpgsqlDataSource source, string tenant, long[] ids,
        CancellationToken ct)
    {
        var setsById = new Dictionary<long, NameSet>(ids.Length);
        await using var command =
            source.CreateCommand("select id, models, modes, hosts from sovia.name_set where tenant_id = $1 and id = any($2)");
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            setsById[reader.GetInt64(0)] = new(reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2),
                reader.GetFieldValue<string[]>(3));
        return setsById;
    }

    private static int GetSize(IReadOnlyList<string> names)
    {
        var size = 0;
        for (var i = 0; i < names.Count; i++) size += Encoding.UTF8.GetByteCount(names[i]) + 1;
        return size;
    }

    // Terminates each name with NUL, which no name contains.
    private static int Write(IReadOnlyList<string> names, byte[] bytes, int position)
    {
        for (var i = 0; i < names.Count; i++)
        {
            position += Encoding.UTF8.GetBytes(names[i], bytes.AsSpan(position));
            bytes[position++] = 0;
        }
        return position;
    }
}
