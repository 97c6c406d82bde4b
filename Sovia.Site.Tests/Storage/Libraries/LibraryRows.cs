using Npgsql;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>All that the database holds of a library.</summary>
internal static class LibraryRows
{
    private const string Tables = """
        select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
        """;

    /// <summary>Its rows, as one text a table, of all tables whose rows belong to libraries.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(NpgsqlDataSource source, string library)
    {
        var tables = new List<string>();
        await using (var asking = source.CreateCommand(Tables))
        await using (var reader = await asking.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command =
                source.CreateCommand(
                    $"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t where tenant_id = $1");
            command.Parameters.Add(new() { Value = library });
            rows[table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..]] = (string)(await command.ExecuteScalarAsync())!;
        }
        return rows;
    }
}
