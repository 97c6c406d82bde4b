using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Duplicates.Groups;

namespace Sovia.Duplicates.Decisions;

/// <summary>Reads and writes decisions and the queue of groups.</summary>
internal static class DecisionStore
{
    private const int LockKey = 0x44757044; // "DupD"

    /// <summary>
    /// SQL of the common table expression <c>void</c>: batches of undone decisions. Undoing the undo restores the decision, and so
    /// on.
    /// </summary>
    public const string RevokedDecisionsSql = """
        chain (decision, batch, steps) as (
            select d.batch, d.batch, 0 from sovia.duplicate_decision d where d.tenant_id = $1
            union all
            select c.decision, (b.data ->> 'undoneBy')::uuid, c.steps + 1
            from chain c join sovia.mt_doc_batch b on b.tenant_id = $1 and b.id = c.batch where b.data ->> 'undoneBy' is not null and c.steps < 100),
        void as (select decision as batch from chain group by decision having max(steps) % 2 = 1)
        """;

    /// <summary>SQL of a query that returns a row if the decision of the row <c>d</c> is undone.</summary>
    public const string IsRevokedSql = """
        with recursive chain (batch, steps) as (
            select d.batch, 0
            union all
            select (b.data ->> 'undoneBy')::uuid, c.steps + 1
            from chain c join sovia.mt_doc_batch b on b.tenant_id = $1 and b.id = c.batch where b.data ->> 'undoneBy' is not null and c.steps < 100)
        select from chain having max(steps) % 2 = 1
        """;

    private const string DecideSql = """
        with gone as (
            delete from sovia.duplicate_group where tenant_id = $1 and id = $2
                and ($8::uuid is null or exists (select from sovia.post_index x where x.tenant_id = $1 and x.id = $8))
            returning id, distance, age, posts, contents, distances),
        decided as (
            insert into sovia.duplicate_decision (tenant_id, batch, verdict, decided_at, group_id, distance, age, posts, contents, distances)
            select $1, $3, $4, $5, gone.* from gone),
        settled as (
            insert into sovia.duplicate_pair (tenant_id, one, other, batch) select $1, pair.one, pair.other, $3 from unnest($6, $7) as pair (one, other), gone)
        select 1 from gone
        """;

    // If derivation has already requeued the group or put its members into other groups, those take precedence.
    private const string RequeueSql = $"""
        with recursive {RevokedDecisionsSql}
        insert into sovia.duplicate_group (tenant_id, id, distance, age, posts, contents, distances)
        select d.tenant_id, d.group_id, d.distance, d.age, d.posts, d.contents, d.distances from sovia.duplicate_decision d where d.tenant_id = $1 and d.batch = $2
            and exists (select from void v where v.batch = d.batch)
            and not exists (select from sovia.duplicate_group g where g.tenant_id = $1 and g.posts && d.posts)
        on conflict do nothing
        """;

    /// <summary>
    /// Creates the command that takes the lock for changes of groups and decisions, which is released when the transaction ends.
    /// </summary>
    public static NpgsqlCommand CreateLockCommand(string tenant) =>
        new("select pg_advisory_xact_lock($1, hashtext($2))") { Parameters = { new() { Value = LockKey }, new() { Value = tenant } } };

    /// <summary>Removes a group from the queue and records the decision about it, in the session's transaction.</summary>
    /// <param name="session">The session, which holds the library's lock.</param>
    /// <param name="group">The group.</param>
    /// <param name="duplicateVerdict">The verdict.</param>
    /// <param name="keptPost">The post to keep; null if all are kept.</param>
    /// <param name="batch">The batch of the decision.</param>
    /// <param name="now">The time of the decision, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False if the group is no longer in the queue or the post to keep was removed, because of a concurrent change.</returns>
    public static async Task<bool> RecordAsync(IDocumentSession session, DuplicateGroup group, DuplicateVerdict duplicateVerdict,
        Guid? keptPost, Guid batch, DateTimeOffset now, CancellationToken ct)
    {
        await using (await session.ExecuteReaderAsync(CreateLockCommand(session.TenantId), ct)) { }
        var pairs = group.Pairs.ToList();
        await using var command = new NpgsqlCommand(DecideSql)
        {
            Parameters =
            {
                new() { Value = session.TenantId }, new() { Value = group.Id }, new() { Value = batch },
                new() { Value = (short)duplicateVerdict }, new() { Value = now },
                CreateTextArray(pairs.Select(pair => pair.One)), CreateTextArray(pairs.Select(pair => pair.Other)),
                new() { Value = (object?)keptPost ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct);
    }

    /// <summary>Returns whether a batch belongs to a decision.</summary>
    public static async Task<bool> ExistsAsync(IQuerySession session, Guid batch, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand("select from sovia.duplicate_decision where tenant_id = $1 and batch = $2")
            { Parameters = { new() { Value = session.TenantId }, new() { Value = batch } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct);
    }

    /// <summary>Returns the group of an undone decision to the queue.</summary>
    /// <remarks>A derivation that began before the undo may remove it again; the next derivation restores it.</remarks>
    public static async Task RequeueGroupAsync(IQuerySession session, Guid batch, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(RequeueSql) { Parameters = { new() { Value = session.TenantId }, new() { Value = batch } } };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }

    /// <summary>Returns all pairs of contents that have a decision.</summary>
    public static async Task<HashSet<(string One, string Other)>> ReadDecidedPairsAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            with recursive {RevokedDecisionsSql}
            select p.one, p.other from sovia.duplicate_pair p where p.tenant_id = $1 and not exists (select from void v where v.batch = p.batch)
            """) { Parameters = { new() { Value = session.TenantId } } };
        HashSet<(string, string)> pairs = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) pairs.Add((reader.GetString(0), reader.GetString(1)));
        return pairs;
    }

    internal static NpgsqlParameter CreateTextArray(IEnumerable<string> texts) =>
        new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
