using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>
/// Derives the annotation rows of posts and families from annotations and index rows. Each writer of these derives them in the same
/// transaction, under the library's <see cref="CreateLockCommand"/>, so that the later of two writers sees the changes of the earlier one.
/// </summary>
public static class AnnotationRows
{
    private const int LockKey = 0x53417267; // "SArg"

    private const string DeletePosts = """
        delete from sovia.post_annotation a using unnest($2) as one (id) where a.tenant_id = $1 and a.id = one.id and (
            not exists (select from sovia.mt_doc_annotation d where d.tenant_id = $1 and d.id = one.id)
            or not exists (select from sovia.every_post x where x.tenant_id = $1 and x.id = one.id))
        """;

    // The effective like follows LikeRule: the latest value counts.
    private const string UpsertPosts = """
        insert into sovia.post_annotation as a (tenant_id, id, root_id, age, by_likes, likes_differ, by_rating, tags, tag_keys, collections, notes)
        select x.tenant_id, x.id, x.root_id, x.age, l.likes, l.likes <> x.by_likes, 5 - coalesce((d.data->>'rating')::smallint, 0),
            coalesce((select array_agg(tag) from jsonb_array_elements_text(d.data->'tags') as tag), '{}'),
            coalesce((select array_agg(tag) from jsonb_array_elements_text(d.data->'tagKeys') as tag), '{}'),
            case when d.data->'collections' is null then '{}' else coalesce((select array_agg(n.id) from jsonb_array_elements_text(d.data->'collections') as collected
                join sovia.collection_name n on n.tenant_id = $1 and n.id = collected::uuid), '{}') end, coalesce(d.data->>'noteKey', '')
        from unnest($2) as one (id)
        join sovia.mt_doc_annotation d on d.tenant_id = $1 and d.id = one.id
        join sovia.every_post x on x.tenant_id = $1 and x.id = one.id
        cross join lateral (select (case
            when d.data->'liked' is null then x.by_likes
            when (select (p.data->>'likedSeenAt')::timestamptz > (d.data->>'likedAt')::timestamptz from sovia.mt_doc_post p where p.tenant_id = $1 and p.id = x.id) then x.by_likes
            when (d.data->>'liked')::boolean then 0 else 2 end)::smallint as likes) l
        on conflict (id, tenant_id) do update set root_id = excluded.root_id, age = excluded.age, by_likes = excluded.by_likes,
            likes_differ = excluded.likes_differ, by_rating = excluded.by_rating, tags = excluded.tags, tag_keys = excluded.tag_keys,
            collections = excluded.collections, notes = excluded.notes
        """;

    private const string DeleteFamilies = """
        delete from sovia.family_annotation f using unnest($2) as one (id) where f.tenant_id = $1 and f.id = one.id and (
            not exists (select from sovia.post_annotation a join sovia.post_index x on x.tenant_id = $1 and x.id = a.id where a.tenant_id = $1 and a.root_id = one.id)
            or not exists (select from sovia.family_index x where x.tenant_id = $1 and x.id = one.id))
        """;

    // A family is liked if any member is, and not liked if none is and at least one is known not to be. Members without an annotation are
    // read only if a like differs from the sources. Members are read once for all families and all aggregates.
    private const string UpsertFamilies = """
        with member as materialized (
            select a.root_id, a.likes_differ, a.by_rating, a.tags, a.tag_keys, a.collections, a.notes from unnest($2) as one (id)
            join sovia.post_annotation a on a.tenant_id = $1 and a.root_id = one.id
            join sovia.post_index m on m.tenant_id = $1 and m.id = a.id),
        family as (
            select root_id, min(by_rating) as rating, string_agg(notes, chr(10)) filter (where notes <> '') as notes, bool_or(likes_differ) as differ
            from member group by root_id),
        tagged as (
            select root_id, array_agg(tag) as tags, array_agg(key) as keys from (
                select root_id, min(tag) as tag, key from member, unnest(tags, tag_keys) as one_tag (tag, key)
                group by root_id, key order by root_id, key collate "C") one_key
            group by root_id),
        collected as (
            select root_id, array_agg(distinct collection) as ids from member, unnest(collections) as collection group by root_id)
        insert into sovia.family_annotation as f (tenant_id, id, root_id, age, by_likes, likes_differ, by_rating, tags, tag_keys, collections, notes)
        select x.tenant_id, x.id, x.id, x.age, l.likes, l.likes <> x.by_likes, a.rating, coalesce(t.tags, '{}'), coalesce(t.keys, '{}'), coalesce(c.ids, '{}'), coalesce(a.notes, '')
        from family a
        join sovia.family_index x on x.tenant_id = $1 and x.id = a.root_id
        left join tagged t on t.root_id = a.root_id
        left join collected c on c.root_id = a.root_id
        cross join lateral (select case when not a.differ then x.by_likes else (
            select (case when bool_or(likes = 0) then 0 when bool_or(likes = 2) then 2 else 1 end)::smallint from (
                select coalesce(p.by_likes, m.by_likes) as likes from sovia.post_index m
                left join sovia.post_annotation p on p.tenant_id = $1 and p.id = m.id
                where m.tenant_id = $1 and m.root_id = a.root_id) m) end as likes offset 0) l
        on conflict (id, tenant_id) do update set age = excluded.age, by_likes = excluded.by_likes,
            likes_differ = excluded.likes_differ, by_rating = excluded.by_rating, tags = excluded.tags, tag_keys = excluded.tag_keys,
            collections = excluded.collections, notes = excluded.notes
        where (f.age, f.by_likes, f.likes_differ, f.by_rating, f.tags, f.tag_keys, f.collections, f.notes)
            is distinct from (excluded.age, excluded.by_likes, excluded.likes_differ, excluded.by_rating, excluded.tags, excluded.tag_keys, excluded.collections, excluded.notes)
        """;

    private const string UpdatePostCollections = """
        update sovia.post_annotation a set collections = coalesce((select array_agg(n.id) from jsonb_array_elements_text(d.data->'collections') as collected
            join sovia.collection_name n on n.tenant_id = $1 and n.id = collected::uuid), '{}')
        from sovia.mt_doc_annotation d where d.tenant_id = $1 and d.data->'collections' ?| $2::uuid[]::text[] and a.tenant_id = $1 and a.id = d.id
        """;

    private const string UpdateFamilyCollections = """
        update sovia.family_annotation f set collections = coalesce((
            select array_agg(distinct collected.id) from sovia.post_annotation a
            join sovia.post_index m on m.tenant_id = $1 and m.id = a.id, unnest(a.collections) as collected (id)
            where a.tenant_id = $1 and a.root_id = f.id), '{}')
        where f.tenant_id = $1 and f.id in (
            select a.root_id from sovia.mt_doc_annotation d join sovia.post_annotation a on a.tenant_id = $1 and a.id = d.id
            where d.tenant_id = $1 and d.data->'collections' ?| $2::uuid[]::text[])
        """;

    /// <summary>Returns commands that derive the collections of rows after collections were deleted or restored.</summary>
    public static IEnumerable<NpgsqlBatchCommand> CreateCollectionCommands(string tenant, IReadOnlyCollection<Guid> collections) =>
        [BuildCommand(UpdatePostCollections, tenant, collections), BuildCommand(UpdateFamilyCollections, tenant, collections)];

    /// <summary>Returns a command that locks the annotation rows of the library until the transaction ends.</summary>
    /// <param name="tenant">The library's tenant.</param>
    public static NpgsqlBatchCommand CreateLockCommand(string tenant) => new("select pg_advisory_xact_lock($1, hashtext($2))")
    {
        Parameters = { new() { Value = LockKey }, new() { Value = tenant } },
    };

    /// <summary>Returns commands that derive the rows of some posts and their families.</summary>
    /// <param name="tenant">The library's tenant.</param>
    /// <param name="posts">Posts whose annotation or index row was added, changed or deleted.</param>
    /// <param name="roots">Current and former families of these posts.</param>
    public static IEnumerable<NpgsqlBatchCommand> CreateRefreshCommands(string tenant, IReadOnlyCollection<Guid> posts,
        IReadOnlyCollection<Guid> roots) =>
        [BuildCommand(DeletePosts, tenant, posts), BuildCommand(UpsertPosts, tenant, posts), BuildCommand(DeleteFamilies, tenant, roots),
            BuildCommand(UpsertFamilies, tenant, roots)];

    /// <summary>
    /// Returns commands that derive the rows of posts whose annotation was written, and of their families. No row can disappear by that.
    /// </summary>
    /// <param name="tenant">The library's tenant.</param>
    /// <param name="posts">The posts.</param>
    /// <param name="roots">Their families.</param>
    public static IEnumerable<NpgsqlBatchCommand> CreateUpsertCommands(string tenant, IReadOnlyCollection<Guid> posts,
        IReadOnlyCollection<Guid> roots) => [BuildCommand(UpsertPosts, tenant, posts), BuildCommand(UpsertFamilies, tenant, roots)];

    /// <summary>Derives the annotation rows after index rows were written, if the library has any annotation.</summary>
    public static async Task RefreshAsync(NpgsqlConnection connection, string tenant, IReadOnlyCollection<Guid> posts,
        IReadOnlyCollection<Guid> roots, CancellationToken ct)
    {
        // Takes the lock first, because otherwise an annotation that is being written would be missed.
        await using var checkBatch = new NpgsqlBatch(connection)
        {
            BatchCommands = { CreateLockCommand(tenant),
                new("select exists (select from sovia.mt_doc_annotation where tenant_id = $1)")
                { Parameters = { new() { Value = tenant } } } },
        };
        if (!await ReadResultAsync(checkBatch, ct)) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in CreateRefreshCommands(tenant, posts, roots)) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Returns a command that advances the library's state version after a change of annotations that lists show.</summary>
    public static NpgsqlBatchCommand CreateAdvanceVersionCommand(string tenant, string channel) => new("""
        with next as (
            insert into sovia.library_state as s (tenant_id, version) values ($1, 1)
            on conflict (tenant_id) do update set version = s.version + 1, stamp = excluded.stamp
            returning 1)
        select pg_notify($2, $1) from next
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = channel } },
    };

    private static async Task<bool> ReadResultAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) && reader.GetBoolean(0);
    }

    private static NpgsqlBatchCommand BuildCommand(string sql, string tenant, IReadOnlyCollection<Guid> ids) => new(sql)
    {
        Parameters = { new() { Value = tenant }, new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
    };
}
