using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Index.Writing;

namespace Sovia.Curation;

/// <summary>
/// Reads the annotations of some posts under the library's annotation lock, and writes the new annotations, their index rows and the state
/// version in the session's transaction.
/// </summary>
internal sealed class AnnotationWriter(IDocumentSession session)
{
    // likedSeenAt is in the post document, which is read only on request.
    private const string ReadSql = """
        select x.id, x.root_id, d.data, coalesce(a.by_likes, x.by_likes),
            case when $3 then (select (p.data->>'likedSeenAt')::timestamptz from sovia.mt_doc_post p where p.tenant_id = $1 and p.id = x.id) end
        from unnest($2) as one (id)
        join sovia.every_post x on x.tenant_id = $1 and x.id = one.id
        left join sovia.post_annotation a on a.tenant_id = $1 and a.id = one.id
        left join sovia.mt_doc_annotation d on d.tenant_id = $1 and d.id = one.id
        """;

    private const string StoreSql = """
        insert into sovia.mt_doc_annotation as d (tenant_id, id, data, mt_version, mt_dotnet_type)
        select $1, one.id, one.data, gen_random_uuid(), $4 from unnest($2, $3) as one (id, data)
        on conflict (id, tenant_id) do update set data = excluded.data, mt_version = excluded.mt_version, mt_last_modified = transaction_timestamp()
        """;

    private readonly Dictionary<Guid, PostSnapshot> postsById = [];

    /// <summary>
    /// Begins a transaction if there is none, waits for the lock and reads the posts. IDs not in the library are ignored.
    /// </summary>
    /// <param name="ids">IDs of the posts.</param>
    /// <param name="withLikes">Whether to read when the sources of the likes were last seen.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyCollection<PostSnapshot>> ReadAsync(IReadOnlyCollection<Guid> ids, bool withLikes, CancellationToken ct)
    {
        if (session.Connection is null) await session.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(session.Connection)
        {
            BatchCommands =
            {
                // A generic plan suits every list of IDs, and planning takes longer than executing.
                new("select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)"),
                AnnotationRows.CreateLockCommand(session.TenantId),
                new(ReadSql) { Parameters = { new() { Value = session.TenantId }, CreateIdsParameter(ids), new() { Value = withLikes } } },
            },
        };
        // Prepared, because planning these statements takes longer than executing them.
        await batch.PrepareAsync(ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            var annotation = reader.IsDBNull(2) ? new Annotation { Id = id }
                : JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(2), CurationJson.Default.Annotation)!;
            postsById[id] = new(reader.GetGuid(1), annotation, SortKeyEncoding.ToLiked(reader.GetInt16(3)), reader.IsDBNull(4) ? null
                : reader.GetFieldValue<DateTimeOffset>(4));
        }
        return postsById.Values;
    }

    /// <summary>Writes new annotations of posts that were read before.</summary>
    public async Task WriteAsync(IReadOnlyCollection<Annotation> annotations, CancellationToken ct)
    {
        Guid[] ids = [.. annotations.Select(annotation => annotation.Id)];
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { CreateStoreCommand(ids, annotations) } };
        foreach (var command in AnnotationRows.CreateUpsertCommands(session.TenantId, ids,
            [.. ids.Select(id => postsById[id].RootId).Distinct()])) batch.BatchCommands.Add(command);
        // The prompt list sorts by likes and ratings.
        Guid[] rerankedIds =
            [.. annotations.Where(after => postsById[after.Id].Annotation is var before
                && (before.Liked, before.LikedAt, before.Rating) != (after.Liked, after.LikedAt, after.Rating)).Select(after => after.Id)];
        if (rerankedIds.Length > 0) batch.BatchCommands.Add(PromptRefreshQueue.CreateEnqueuePostsCommand(session.TenantId, rerankedIds));
        if (CollectionPositionCommand.CreateAppendCommand(session.TenantId, annotations, id =>
            postsById[id].Annotation) is { } appendCommand)
            batch.BatchCommands.Add(appendCommand);
        batch.BatchCommands.Add(AnnotationRows.CreateAdvanceVersionCommand(session.TenantId, LibraryStateCache.Channel));
        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlBatchCommand CreateStoreCommand(Guid[] ids, IEnumerable<Annotation> annotations) => new(StoreSql)
    {
        Parameters =
        {
            new() { Value = session.TenantId },
            CreateIdsParameter(ids),
            new() { Value = annotations.Select(annotation => JsonSerializer.Serialize(annotation, CurationJson.Default.Annotation))
                .ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            new() { Value = typeof(Annotation).FullName! },
        },
    };

    private static NpgsqlParameter CreateIdsParameter(IEnumerable<Guid> ids) =>
        new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}
