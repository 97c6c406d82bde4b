using Marten;
using Npgsql;

namespace Sovia.Index.Writing;

/// <summary>Maintenance that is too expensive after each change. Runs after large writes and when the site starts.</summary>
public static class IndexMaintenance
{
    private const string ApplyChangesSql = """
        with oldest as (select id from sovia.library_word_change where tenant_id = $1 order by id limit 64),
        gone as (delete from sovia.library_word_change where id in (select id from oldest) returning words, rows),
        changed as (select word, sum(n)::integer as rows from gone, unnest(gone.words, gone.rows) as one (word, n) group by word having sum(n) <> 0 order by word)
        insert into sovia.library_word as w (tenant_id, word, rows) select $1, word, rows from changed
        on conflict (tenant_id, word) do update set rows = w.rows + excluded.rows
        """;

    /// <summary>
    /// Applies pending word counts, flushes new lexemes into their GIN index, and updates PostgreSQL's statistics. Needs no write lock, so
    /// that other writes, such as a like, do not wait.
    /// </summary>
    /// <param name="session">A session of the library.</param>
    /// <param name="ct">Cancels the maintenance. The next run does the rest.</param>
    public static async Task RunAsync(IQuerySession session, CancellationToken ct)
    {
        // Runs three tasks of similar duration in parallel, each statement in a transaction of its own.
        await using var first = session.DocumentStore.QuerySession(session.TenantId);
        await using var second = session.DocumentStore.QuerySession(session.TenantId);
        await using var third = session.DocumentStore.QuerySession(session.TenantId);
        await Task.WhenAll(
            ApplyWordChangesAsync(first, ct),
            ExecuteAsync(second, ct, new("select gin_clean_pending_list('sovia.family_index_lexemes')"), new("analyze sovia.family_index")),
            ExecuteAsync(third, ct, new NpgsqlCommand("analyze sovia.post_index, sovia.mt_doc_post, sovia.mt_doc_family, sovia.run_post")));
    }

    /// <summary>
    /// Applies pending word counts only, a few transactions' worth at a time, so that other writers of the same words wait no longer than
    /// that.
    /// </summary>
    internal static async Task ApplyWordChangesAsync(IQuerySession session, CancellationToken ct)
    {
        do await ExecuteAsync(session, ct, new NpgsqlCommand(ApplyChangesSql) { Parameters = { new() { Value = session.TenantId } } });
        while (await IsDueAsync(session, ct));
    }

    private static async Task ExecuteAsync(IQuerySession session, CancellationToken ct, params NpgsqlCommand[] commands)
    {
        foreach (var command in commands)
        {
            command.CommandTimeout = 0;
            await using (command)
            await using (await session.ExecuteReaderAsync(command, ct)) { }
        }
    }

    /// <summary>Runs the maintenance if word counts are pending, for example from an earlier process.</summary>
    public static async Task RunIfDueAsync(IQuerySession session, CancellationToken ct)
    {
        if (await IsDueAsync(session, ct)) await RunAsync(session, ct);
    }

    private static async Task<bool> IsDueAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select exists (select from sovia.library_word_change where tenant_id = $1)")
            { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) && reader.GetBoolean(0);
    }
}
