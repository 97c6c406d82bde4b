using Marten;
using Npgsql;

namespace Sovia.Index.Writing;

/// <summary>
/// Does once what would be too dear after each of many changes: whoever has written much calls it, and the site when it starts.
/// </summary>
public static class IndexMaintenance
{
    private const string AddWords = """
        with oldest as (select id from sovia.library_word_change where tenant_id = $1 order by id limit 64),
        gone as (delete from sovia.library_word_change where id in (select id from oldest) returning words, rows),
        changed as (select word, sum(n)::integer as rows from gone, unnest(gone.words, gone.rows) as one (word, n) group by word having sum(n) <> 0 order by word)
        insert into sovia.library_word as w (tenant_id, word, rows) select $1, word, rows from changed
        on conflict (tenant_id, word) do update set rows = w.rows + excluded.rows
        """;

    /// <summary>
    /// Adds changes of words to their counts, sorts new lexemes into their index, and takes the statistics that the planner goes by. None
    /// of it needs the library's turn: whoever likes a picture meanwhile does not wait.
    /// </summary>
    /// <param name="session">A session of the library.</param>
    /// <param name="ct">Cancels; what is not done is done the next time.</param>
    public static async Task RunAsync(IQuerySession session, CancellationToken ct)
    {
        // Three things that take equally long, each statement a transaction.
        await using var first = session.DocumentStore.QuerySession(session.TenantId);
        await using var second = session.DocumentStore.QuerySession(session.TenantId);
        await using var third = session.DocumentStore.QuerySession(session.TenantId);
        await Task.WhenAll(
            ApplyWordChangesAsync(first, ct),
            DoAsync(second, ct, new("select gin_clean_pending_list('sovia.family_index_lexemes')"), new("analyze sovia.family_index")),
            DoAsync(third, ct, new NpgsqlCommand("analyze sovia.post_index, sovia.mt_doc_post, sovia.mt_doc_family, sovia.run_post")));
    }

    /// <summary>
    /// Only adds the changes of words, a few transactions' at a time: who writes the same words meanwhile waits no longer than for those.
    /// </summary>
    internal static async Task ApplyWordChangesAsync(IQuerySession session, CancellationToken ct)
    {
        do await DoAsync(session, ct, new NpgsqlCommand(AddWords) { Parameters = { new() { Value = session.TenantId } } });
        while (await IsDueAsync(session, ct));
    }

    private static async Task DoAsync(IQuerySession session, CancellationToken ct, params NpgsqlCommand[] commands)
    {
        foreach (var command in commands)
        {
            command.CommandTimeout = 0;
            await using (command)
            await using (await session.ExecuteReaderAsync(command, ct)) { }
        }
    }

    /// <summary>The same where words wait to be added, be it from an earlier process.</summary>
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
