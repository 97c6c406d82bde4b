using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Text;

namespace Sovia.Curation;

/// <summary>
/// Changes that users made to some posts after requesting a large batch but before it processed these posts. The later change wins.
/// </summary>
internal sealed class LaterChanges
{
    // Batch IDs sort by write time, but a batch that waited for the lock may have been requested earlier.
    private const string ReadSql = """
        select p.value from sovia.mt_doc_batch b
        cross join lateral (
            select e.seq_id, e.data from sovia.mt_events e
            where e.tenant_id = b.tenant_id and e.stream_id = b.id and e.type = 'posts_changed' offset 0) e
        cross join lateral jsonb_array_elements(e.data -> 'posts') p
        where b.tenant_id = $1 and b.id > $2 and (b.data ->> 'at')::timestamptz > $3 and (p.value -> 'before' ->> 'id')::uuid = any($4)
        order by e.seq_id
        """;

    private readonly ILookup<Guid, ChangedPost> changes;
    private readonly List<SkippedField> skippedFields = [];

    private LaterChanges(IEnumerable<ChangedPost> changes) => this.changes = changes.ToLookup(post => post.Before.Id);

    /// <summary>Fields that the batch skips.</summary>
    public IReadOnlyList<SkippedField> SkippedFields => skippedFields;

    /// <summary>Reads the later changes. The caller holds the library's annotation lock, so none can be added meanwhile.</summary>
    public static async Task<LaterChanges> ReadAsync(IQuerySession session, Batch batch, Guid[] posts, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadSql)
        {
            Parameters =
            {
                new() { Value = session.TenantId },
                new() { Value = batch.Id },
                new() { Value = batch.At.ToUniversalTime() },
                new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
        var changes = new List<ChangedPost>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            changes.Add(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), CurationJson.Default.ChangedPost)!);
        return new(changes);
    }

    /// <summary>Returns the annotation of a post after the batch.</summary>
    /// <param name="current">The current annotation.</param>
    /// <param name="after">The annotation if there were no later changes.</param>
    public Annotation Merge(Annotation current, Annotation after)
    {
        foreach (var later in changes[current.Id])
            foreach (var field in later.Fields.Select(AnnotationField.Get).Where(field => !field.AreEqual(current, after)))
            {
                var merged = field.Name switch
                {
                    AnnotationField.Tags => after with { Tags = MergeTags(after, later) },
                    AnnotationField.Collections => after with { Collections = MergeCollections(after, later) },
                    _ => field.Copy(after, current),
                };
                if (field.AreEqual(merged, after)) continue;
                skippedFields.Add(new(current.Id, field.Name));
                after = merged;
            }
        return after;
    }

    // Tags and collections merge element by element: those removed later stay removed, those added later stay, and the batch's other
    // elements are added.
    private static List<string>? MergeTags(Annotation after, ChangedPost later)
    {
        var (oldKeys, newKeys) = (GetKeys(later.Before), GetKeys(later.After));
        List<string> tags =
            [.. (after.Tags ?? []).Where(tag => TagText.ToKey(tag) is var key && (newKeys.Contains(key) || !oldKeys.Contains(key)))
            .Concat((later.After.Tags ?? []).Where(tag => !oldKeys.Contains(TagText.ToKey(tag))))
            .DistinctBy(TagText.ToKey, StringComparer.Ordinal).Take(Annotation.MaxTags).Order(StringComparer.Ordinal)];
        return tags.Count == 0 ? null : tags;
    }

    private static List<Guid>? MergeCollections(Annotation after, ChangedPost later)
    {
        var (oldIds, newIds) = (later.Before.Collections ?? [], later.After.Collections ?? []);
        List<Guid> ids = [.. (after.Collections ?? []).Where(id => newIds.Contains(id) || !oldIds.Contains(id)).Union(newIds.Except(oldIds))
            .Order().Take(Annotation.MaxCollections)];
        return ids.Count == 0 ? null : ids;
    }

    private static HashSet<string> GetKeys(Annotation annotation) =>
        (annotation.Tags ?? []).Select(TagText.ToKey).ToHashSet(StringComparer.Ordinal);
}
