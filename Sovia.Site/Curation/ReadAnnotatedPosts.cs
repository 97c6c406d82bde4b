using System.Runtime.CompilerServices;
using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Curation;

/// <summary>Reads the posts of some list items with their annotations, in one SQL statement.</summary>
public sealed class ReadAnnotatedPosts(NpgsqlDataSource source, IQuerySession session)
{
    /// <inheritdoc cref="StreamAsync"/>
    public async Task<IReadOnlyList<AnnotatedPost>> ReadAsync(ResolvedQuery list, IEnumerable<Guid> items, CancellationToken ct) =>
        await StreamAsync(list, items, ct).ToListAsync(ct);

    /// <summary>
    /// Returns the posts in the order of the items. The listed posts of a family are consecutive, oldest first.
    /// </summary>
    /// <param name="list">The list, of families or of posts.</param>
    /// <param name="items">IDs of its items.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<AnnotatedPost> StreamAsync(ResolvedQuery list, IEnumerable<Guid> items,
        [EnumeratorCancellation] CancellationToken ct)
    {
        // Forces an index lookup per item, which the planner would not choose for this many items.
        await using var command = source.CreateCommand($"""
            select d.data, (select a.data from sovia.mt_doc_annotation a where a.tenant_id = $1 and a.id = d.id)
            from unnest($2) with ordinality w (id, number), lateral (
                select d.id, {ResolvedQuery.PostDataSql} as data, d.created_at from sovia.mt_doc_post d
                where d.tenant_id = $1 and {(list.ListsPosts ? "d.id" : "d.root_id")} = w.id and not coalesce(d.is_stub, false) {(list.IncludesUnlisted ? "" : $"and {UnlistedPosts.BuildIsListedSql("d.id")}")} offset 0) d
            order by w.number, d.created_at nulls last, d.id
            """);
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = items.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return new(
                JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), LibraryJson.Default.Post)!,
                reader.IsDBNull(1) ? null : JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), CurationJson.Default.Annotation));
    }
}
