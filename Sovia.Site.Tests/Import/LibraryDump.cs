using Npgsql;

namespace Sovia.Tests.Import;

/// <summary>A library as text, to the last field, in a fixed order.</summary>
internal static class LibraryDump
{
    public static async Task<string> ReadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("""
            select coalesce(string_agg(line, E'\n' order by line), '') from (
              select 'post ' || data::text as line from sovia.mt_doc_post union all
              select 'family ' || data::text || sort_at::text from sovia.mt_doc_family) as lines
            """);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
