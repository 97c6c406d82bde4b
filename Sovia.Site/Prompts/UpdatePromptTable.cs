using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Storage.Copying;

namespace Sovia.Prompts;

/// <summary>
/// Recomputes rows of prompts whose posts, annotations or ideas have changed, a batch at a time. Each batch is one transaction: a change
/// after its reads is queued by its own writer and processed by the next batch.
/// </summary>
public sealed class UpdatePromptTable(ISessionFactory sessions)
{
    /// <summary>The advisory lock for updates of a library's prompts; released when the transaction ends.</summary>
    internal const int AdvisoryLockKey = 0x5350726F; // "SPro"

    private const int MaxKeys = 2_000;

    // No sequential scans, which outdated statistics of a growing table would suggest. No synchronous commit, because the rows can be
    // recomputed after a crash.
    private const string BeginSql =
        "select set_config('enable_seqscan', 'off', true), set_config('synchronous_commit', 'off', true) from pg_advisory_xact_lock($1, "
        + "hashtext($2))";

    private const string DequeueSql = """
        delete from sovia.prompt_note where id in (
            select id from (
                select id, sum(size) over (order by id) - size as before from (
                    select id, cardinality(keys) + cardinality(posts) as size from sovia.prompt_note where tenant_id = $1 order by id limit 256) n) n
            where before < $2)
        returning keys, posts
        """;

    private const string KeysSql = "select distinct prompt from sovia.post_index where tenant_id = $1 and id = any($2) and prompt is not null";

    /// <summary>Returns whether there are pending changes.</summary>
    public async Task<bool> HasPendingAsync(CancellationToken ct) => await ReadNewestChangeIdAsync(ct) > 0;

    /// <summary>Processes the next batch of changes, oldest first.</summary>
    /// <returns>Whether more are pending.</returns>
    public async Task<bool> UpdateNextAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await session.BeginTransactionAsync(ct);
        await using (var begin =
            new NpgsqlCommand(BeginSql) { Parameters = { new() { Value = AdvisoryLockKey }, new() { Value = session.TenantId } } })
        await using (await session.ExecuteReaderAsync(begin, ct)) { }
        var keys = await DequeueKeysAsync(session, ct);
        foreach (var keyBatch in keys.Chunk(MaxKeys))
        {
            var rows = await PromptRow.ReadAsync(session, keyBatch, ct);
            await DeleteAsync(session, keyBatch, ct);
            if (rows.Count > 0)
                await BinaryCopy.WriteAsync(session.Connection!, "sovia.prompt", PromptRow.Columns,
                    await PromptRow.EncodeAsync(session.TenantId, rows), ct);
        }
        // A session commits only if it has an operation of its own.
        session.QueueSqlCommand("select 1");
        await session.SaveChangesAsync(ct);
        return await HasPendingAsync(ct);
    }

    /// <summary>Returns the ID of the newest pending change; 0 if there is none.</summary>
    internal async Task<long> ReadNewestChangeIdAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        await using var command =
            new NpgsqlCommand("select coalesce(max(id), 0) from sovia.prompt_note where tenant_id = $1")
            { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
    }

    private static async Task<HashSet<long>> DequeueKeysAsync(IDocumentSession session, CancellationToken ct)
    {
        var (keys, posts) = (new HashSet<long>(), new HashSet<Guid>());
        await using (var command =
            new NpgsqlCommand(DequeueSql) { Parameters = { new() { Value = session.TenantId }, new() { Value = (long)MaxKeys } } })
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (await reader.ReadAsync(ct))
            {
                keys.UnionWith(reader.GetFieldValue<long[]>(0));
                posts.UnionWith(reader.GetFieldValue<Guid[]>(1));
            }
        if (posts.Count == 0) return keys;
        await using var keysCommand = new NpgsqlCommand(KeysSql)
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = posts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var keysReader = await session.ExecuteReaderAsync(keysCommand, ct);
        while (await keysReader.ReadAsync(ct)) keys.Add(keysReader.GetInt64(0));
        return keys;
    }

    private static async Task DeleteAsync(IDocumentSession session, long[] keys, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("delete from sovia.prompt where tenant_id = $1 and key = any($2)")
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }
}
