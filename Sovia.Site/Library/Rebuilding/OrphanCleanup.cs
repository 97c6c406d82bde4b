using Marten;
using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Index.Writing;
using Sovia.Library.Writing;

namespace Sovia.Library.Rebuilding;

/// <summary>
/// Deletes families and index rows whose posts no longer exist, and corrects the counts. Can run in parallel with other work, because each
/// statement sees one consistent snapshot of the library.
/// </summary>
internal sealed class OrphanCleanup(IDocumentStore store, NpgsqlDataSource source)
{
    // Corrects the word counts. The error is the words in the rows, minus the counted and the pending ones. It is queued like any other
    // change, so that it stays correct if words are added in the meantime.
    private const string CorrectWordCountsSql = """
        insert into sovia.library_word_change (tenant_id, words, rows)
        select $1, array_agg(word), array_agg(rows) from (
            select word, sum(n)::integer as rows from (
                select word, count(*) as n from sovia.family_index x, unnest(tsvector_to_array(x.lexemes)) as word where x.tenant_id = $1 and word !~ '^[:~^]' group by word
                union all select word, -rows from sovia.library_word where tenant_id = $1
                union all select one.word, -one.n from sovia.library_word_change c, unnest(c.words, c.rows) as one (word, n) where c.tenant_id = $1
            ) as known group by word having sum(n) <> 0
        ) as missed having count(*) > 0
        """;

    private static readonly string[] CleanupSql =
    [
        "delete from sovia.mt_doc_family f where tenant_id = $1 and not exists (select from sovia.mt_doc_post p where p.tenant_id = $1 "
        + "and p.root_id = f.id)",
        "delete from sovia.family_index x where tenant_id = $1 and not exists (select from sovia.mt_doc_family f where f.tenant_id = $1 "
        + "and f.id = x.id)",
        $"""
        with gone as (
            delete from sovia.post_index x where tenant_id = $1 and not exists (select from sovia.mt_doc_post p where p.tenant_id = $1 and p.id = x.id) returning prompt)
        {PromptRefreshQueue.InsertSql} from gone where prompt is not null having count(*) > 0
        """,
        "delete from sovia.post_aside x where tenant_id = $1 and not exists (select from sovia.mt_doc_post p where p.tenant_id = $1 and "
        + "p.id = x.id)",
        "delete from sovia.post_annotation a where tenant_id = $1 and not exists (select from sovia.every_post x where x.tenant_id = $1 "
        + "and x.id = a.id)",
        "delete from sovia.family_annotation a where tenant_id = $1 and not exists (select from sovia.family_index x where x.tenant_id = "
        + "$1 and x.id = a.id)",
        CorrectWordCountsSql,
    ];

    private static readonly string StoreCountsSql = $"""
        update sovia.library_version set format = {IndexFormat.Current}, deriving = null, derived = null, version = version + 1,
            families = (select count(*) from sovia.family_index where tenant_id = ?), posts = (select count(*) from sovia.post_index where tenant_id = ?)
        where tenant_id = ?
        """;

    /// <summary>Cleans up the library of a tenant.</summary>
    public async Task RunAsync(string tenant, CancellationToken ct)
    {
        foreach (var sql in CleanupSql) await ExecuteAsync(tenant, sql, ct);
        await using (var session = store.QuerySession(tenant)) await IndexMaintenance.ApplyWordChangesAsync(session, ct);
        await UpdateCountsAsync(tenant, ct);
    }

    // Takes a lock to serialise concurrent cleanups. Otherwise, both would add the same missing counts.
    private async Task ExecuteAsync(string tenant, string sql, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            // No time-out, because the duration grows with the library.
            Timeout = 0,
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended('Sovia sweep of ' || $1, 0))")
                { Parameters = { new() { Value = tenant } } },
                new(sql) { Parameters = { new() { Value = tenant } } },
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    // Takes the write lock. Otherwise, an import that commits between counting and storing the counts would be lost.
    private async Task UpdateCountsAsync(string tenant, CancellationToken ct)
    {
        await using var session = store.LightweightSession(tenant);
        await LibraryWriteLock.AcquireAsync(session, ct);
        session.QueueSqlCommand("delete from sovia.library_word where tenant_id = ? and rows <= 0", tenant);
        session.QueueSqlCommand(StoreCountsSql, tenant, tenant, tenant);
        session.QueueSqlCommand(
            "insert into sovia.family_change (tenant_id, version, stamp) select tenant_id, version, stamp from sovia.library_version "
            + "where tenant_id = ?", tenant);
        session.QueueSqlCommand("select pg_notify(?, ?)", LibraryStateCache.Channel, tenant);
        await session.SaveChangesAsync(ct);
    }
}
