using System.Security.Cryptography;
using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Duplicates.Decisions;
using Sovia.Duplicates.Hashes;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Jobs;

namespace Sovia.Duplicates.Groups;

/// <summary>
/// Derives the queue of groups and the links between clips from fingerprints, posts and decisions, and replaces both in one transaction.
/// </summary>
public sealed class RebuildDuplicateGroups(ISessionFactory sessions, TimeProvider clock)
{
    // All inputs of the groups: fingerprints, posts and their visibility, decisions and their undo.
    private const string InputStampSql = $"""
        with recursive {DecisionStore.RevokedDecisionsSql}
        select concat_ws(' ', {FormatVersion}, coalesce(s.hashes, 0), v.stamp, v.version, (select count(*) from sovia.duplicate_decision d where d.tenant_id = $1), (select md5(string_agg(v.batch::text, '' order by v.batch)) from void v)),
            s.derived_of
        from (select $1::text as tenant_id) one left join sovia.duplicate_state s using (tenant_id) left join sovia.library_version v using (tenant_id)
        """;

    // Increment when the derivation changes.
    private const string FormatVersion = "1";

    private const string CountSql = """
        select (select count(*) from sovia.post_index x where x.tenant_id = $1)::int,
            count(*) filter (where h.state = 0 and coalesce(h.first, h.middle, h.last) is null)::int, count(*) filter (where h.state = 1)::int,
            count(*) filter (where h.state = 4)::int, greatest(0, (select count(*) from sovia.mt_doc_mediafile f where f.tenant_id = $1) - count(*))::int
        from sovia.picture_hash h where h.tenant_id = $1 and h.version = $2
        """;

    private const string DeleteSql = """
        delete from sovia.duplicate_group where tenant_id = $1 and not id = any($2);
        """;

    private const string InsertGroupsSql = $"""
        with recursive {DecisionStore.RevokedDecisionsSql}
        insert into sovia.duplicate_group (tenant_id, id, distance, age, posts, contents, distances)
        select $1, one.id, one.distance, one.age, string_to_array(one.posts, ' ')::uuid[], string_to_array(one.contents, ' '), string_to_array(one.distances, ' ')::smallint[]
        from unnest($2, $3, $4, $5, $6, $7) as one (id, distance, age, posts, contents, distances)
        -- Decided upon while these were being derived.
        where not exists (select from sovia.duplicate_decision d where d.tenant_id = $1 and d.group_id = one.id and not exists (select from void v where v.batch = d.batch))
        on conflict do nothing
        """;

    private const string ReplaceLinksSql = """
        with gone as (
            delete from sovia.clip_link l where l.tenant_id = $1 and not exists (
                select from unnest($2, $3) as one (content, next) where one.content = l.content and one.next = l.next))
        insert into sovia.clip_link (tenant_id, content, next, distance) select $1, one.* from unnest($2, $3, $4) as one on conflict do nothing
        """;

    private const string SaveStateSql = """
        insert into sovia.duplicate_state as s (tenant_id, derived_of, derived_at, looked_at) values (?, ?, ?, ?::jsonb)
        on conflict (tenant_id) do update set derived_of = excluded.derived_of, derived_at = excluded.derived_at, looked_at = excluded.looked_at
        """;

    /// <summary>Returns whether any input has changed since the last derivation.</summary>
    public async Task<bool> IsStaleAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await ReadStampsAsync(session, ct) is var (currentStamp, derivedStamp) && currentStamp != derivedStamp;
    }

    /// <summary>Derives the groups and links.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var (stamp, _) = await ReadStampsAsync(session, ct);
        var posts = await ReadHashedPosts.ReadAllAsync(session, ct);
        var decidedPairs = await DecisionStore.ReadDecidedPairsAsync(session, ct);
        var (groups, links) =
            await CpuScheduler.Run(() => (FindDuplicateGroups.Find(posts, (one, other) => decidedPairs.Contains((one, other))),
                FindClipLinks.Find(posts)));
        var duplicateScanSummary = await CountAsync(session, ct) with
        {
            Compared = posts.Select(post => post.Post).Distinct().Count(),
            Groups = groups.Count,
            GroupStamp = ComputeStamp(groups),
        };
        var previousStamp = await ReadGroupStampAsync(session, ct);
        await session.BeginTransactionAsync(ct);
        await RunAsync(session, DecisionStore.CreateLockCommand(session.TenantId), ct);
        await RunAsync(session,
            new(DeleteSql) { Parameters = { Tenant(session), CreateArray(NpgsqlDbType.Uuid, groups.Select(group => group.Id)) } }, ct);
        await RunAsync(session, CreateInsertCommand(session, groups), ct);
        await RunAsync(session, CreateLinkCommand(session, links), ct);
        // Lists of near duplicates are cached by the state version.
        if ((previousStamp ?? ComputeStamp([])) != duplicateScanSummary.GroupStamp) await AdvanceVersionAsync(session, ct);
        // Also makes the session commit, because a session commits only if it has operations of its own.
        session.QueueSqlCommand(SaveStateSql, session.TenantId, stamp, clock.GetUtcNow(), JsonSerializer.Serialize(duplicateScanSummary));
        await session.SaveChangesAsync(ct);
    }

    private static string ComputeStamp(IEnumerable<DuplicateGroup> groups)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var post in groups.SelectMany(group => group.Members).Select(member => member.Post).Distinct().Order())
            hash.AppendData(post.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string?> ReadGroupStampAsync(IQuerySession session, CancellationToken ct)
    {
        await using var reader = await session.ExecuteReaderAsync(
            new("select looked_at->>'GroupStamp' from sovia.duplicate_state where tenant_id = $1") { Parameters = { Tenant(session) } }, ct);
        return await reader.ReadAsync(ct) && !reader.IsDBNull(0) ? reader.GetString(0) : null;
    }

    private static async Task AdvanceVersionAsync(IDocumentSession session, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection)
        {
            BatchCommands = { AnnotationRows.CreateAdvanceVersionCommand(session.TenantId, LibraryStateCache.Channel) },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<(string Current, string? Derived)> ReadStampsAsync(IQuerySession session, CancellationToken ct)
    {
        await using var reader = await session.ExecuteReaderAsync(new(InputStampSql) { Parameters = { Tenant(session) } }, ct);
        await reader.ReadAsync(ct);
        return (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
    }

    private static async Task<DuplicateScanSummary> CountAsync(IQuerySession session, CancellationToken ct)
    {
        await using var reader =
            await session.ExecuteReaderAsync(new(CountSql) { Parameters = { Tenant(session), new() { Value = PerceptualHash.Version } } },
                ct);
        await reader.ReadAsync(ct);
        return new(reader.GetInt32(0), 0, reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), 0);
    }

    private static NpgsqlCommand CreateInsertCommand(IQuerySession session, IReadOnlyList<DuplicateGroup> groups) => new(InsertGroupsSql)
    {
        Parameters =
        {
            Tenant(session),
            CreateArray(NpgsqlDbType.Uuid, groups.Select(group => group.Id)),
            CreateArray(NpgsqlDbType.Smallint, groups.Select(group => (short)group.Distance)),
            CreateArray(NpgsqlDbType.Bigint, groups.Select(group => group.TimeKey)),
            // Joined as text, because the rows of a PostgreSQL array of arrays must have equal lengths.
            CreateArray(NpgsqlDbType.Text, groups.Select(group => string.Join(' ', group.Members.Select(member => member.Post)))),
            CreateArray(NpgsqlDbType.Text, groups.Select(group => string.Join(' ', group.Members.Select(member => member.Content)))),
            CreateArray(NpgsqlDbType.Text, groups.Select(group => string.Join(' ', group.Members.Select(member => member.Distance)))),
        },
    };

    private static NpgsqlCommand CreateLinkCommand(IQuerySession session, IReadOnlyList<ClipLink> links) => new(ReplaceLinksSql)
    {
        Parameters =
        {
            Tenant(session), CreateArray(NpgsqlDbType.Text, links.Select(link => link.Content)),
            CreateArray(NpgsqlDbType.Text, links.Select(link => link.Next)),
            CreateArray(NpgsqlDbType.Smallint, links.Select(link => (short)link.Distance)),
        },
    };

    private static async Task RunAsync(IDocumentSession session, NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }

    private static NpgsqlParameter Tenant(IQuerySession session) => new() { Value = session.TenantId };

    private static NpgsqlParameter CreateArray<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
