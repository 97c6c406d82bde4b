using System.Text.Json;
using Marten;
using Marten.Schema;
using Npgsql;
using Sovia.Curation;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Converts likes that earlier versions stored in posts into annotations, once, before the library is used, because the next import would
/// write such posts without them. The likes that sources state stay in the post.
/// </summary>
public sealed class MigrateLikesToAnnotations(NpgsqlDataSource source) : IInitialData
{
    private const string DoneMarker = "Likes of users are annotations";

    private const int BatchSize = 200;

    private sealed record OwnLike(bool Liked, DateTimeOffset At);

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        if (await ReadMarkerAsync(cancellation) == DoneMarker) return;
        foreach (var tenantLikes in (await FindLikesAsync(cancellation)).GroupBy(post => post.Tenant))
            foreach (var likeBatch in tenantLikes.Chunk(BatchSize))
                await MoveLikesAsync(store, tenantLikes.Key, likeBatch.ToDictionary(post => post.Id, post => post.Like), cancellation);
        // Advances the versions, because cached lists are stale and queries must know that annotations exist.
        await using var command = source.CreateCommand($"""
            insert into sovia.library_state as s (tenant_id, version) select distinct tenant_id, 1 from sovia.mt_doc_annotation
            on conflict (tenant_id) do update set version = s.version + 1, stamp = excluded.stamp;
            comment on table sovia.library_state is '{DoneMarker}'
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<string?> ReadMarkerAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select obj_description('sovia.library_state'::regclass, 'pg_class')");
        return await command.ExecuteScalarAsync(ct) as string;
    }

    // Reads every post, once for each library.
    private async Task<List<(string Tenant, Guid Id, OwnLike Like)>> FindLikesAsync(CancellationToken ct)
    {
        await using var command =
            source.CreateCommand("select tenant_id, id, data->'ownLike' from sovia.mt_doc_post where data ? 'ownLike'");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var likes = new List<(string, Guid, OwnLike)>();
        while (await reader.ReadAsync(ct))
            if (JsonSerializer.Deserialize<OwnLike>(reader.GetString(2), JsonSerializerOptions.Web) is { } like)
                likes.Add((reader.GetString(0), reader.GetGuid(1), like));
        return likes;
    }

    private static async Task MoveLikesAsync(IDocumentStore store, string tenant, Dictionary<Guid, OwnLike> likes, CancellationToken ct)
    {
        await using var session = store.LightweightSession(tenant);
        await LibraryWriteLock.AcquireAsync(session, ct);
        var existingPosts = (await PostDocumentReader.ReadByIdsAsync(session, [.. likes.Keys], ct)).ToDictionary(post => post.Id);
        var annotations = (await session.LoadManyAsync<Annotation>(ct, likes.Keys)).ToDictionary(annotation => annotation.Id);
        foreach (var (id, like) in likes)
            if (annotations.GetValueOrDefault(id) is not { Liked: not null })
                session.Store((annotations.GetValueOrDefault(id) ?? new() { Id = id }) with { Liked = like.Liked, LikedAt = like.At });
        // A post from before source records were stored keeps its like, because that is the only copy.
        var updatedPosts = existingPosts.Values.Select(post => post.SourceRecords.Count == 0 ? post
            : PostMerger.Merge(post, post.SourceRecords) with { RootId = post.RootId, ParentId = post.ParentId }).ToList();
        await PostWriteOperation.EnlistAsync(session, new() { Stored = updatedPosts, Existing = existingPosts }, ct);
        await session.SaveChangesAsync(ct);
    }
}
