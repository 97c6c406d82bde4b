using Npgsql;

namespace Sovia.Tests.Support;

/// <summary>
/// Empties all tables of libraries. Small ones are deleted from: to truncate a table makes new files for it and for each of its indexes.
/// </summary>
internal static class EmptyTables
{
    private const string Sql = """
        do $$
        declare one regclass;
        begin
            perform set_config('session_replication_role', 'replica', true);
            -- What is working out prompts of the test before writes them, and then they are deleted.
            perform pg_advisory_xact_lock(1397781103, hashtext('*DEFAULT*'));
            for one in
                select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'sovia' and c.relkind = 'r' and c.relname not in ('mt_doc_protectionkey', 'library_version')
            loop
                if pg_relation_size(one) > 65536 then execute format('truncate %s cascade', one);
                elsif pg_relation_size(one) > 0 then execute format('delete from %s', one);
                end if;
            end loop;
        end $$;
        update sovia.library_version set version = version + 1, families = 0, posts = 0
        """;

    /// <summary>Empties them. The site's keys stay, and no version is given twice.</summary>
    public static async Task RunAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(Sql, connection, transaction)) await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
