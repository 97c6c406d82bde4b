using Marten;
using Npgsql;

namespace Sovia.Curation;

/// <summary>Protects locked collections from every kind of change, including undo and batches queued before the lock.</summary>
internal static class LockedCollections
{
    private const string Sql = """
        select id from sovia.mt_doc_collection where tenant_id = $1 and (data->>'locked')::boolean and data->'deletedAt' is null
        """;

    /// <summary>Returns the changes without their effect on locked collections.</summary>
    /// <param name="session">The session, in its transaction.</param>
    /// <param name="known">The posts before the change.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="left">Receives the posts whose collections were protected.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<(ChangedPost Post, Annotation After)>> KeepAsync(
        IQuerySession session, IReadOnlyCollection<PostSnapshot> known, List<(ChangedPost Post, Annotation After)> changes,
        Action<IReadOnlyList<SkippedField>> left, CancellationToken ct)
    {
        if (!changes.Exists(change => change.Post.Fields.Contains(AnnotationField.Collections))) return changes;
        var locked = await LockedAsync(session, ct);
        if (locked.Count == 0) return changes;
        var (before, kept, fields) = (known.ToDictionary(post => post.Annotation.Id, post => post.Annotation),
            new List<(ChangedPost, Annotation)>(), new List<SkippedField>());
        foreach (var (post, after) in changes)
        {
            var now = before[after.Id];
            var (had, has) = (now.Collections ?? [], after.Collections ?? []);
            if (!had.Except(has).Concat(has.Except(had)).Any(locked.Contains))
            {
                kept.Add((post, after));
                continue;
            }
            fields.Add(new(after.Id, AnnotationField.Collections));
            List<Guid> ids = [.. has.Where(id => !locked.Contains(id)).Concat(had.Where(locked.Contains)).Order()];
            var rest = after with { Collections = ids.Count == 0 ? null : ids };
            if (ChangedPost.Compare(now, rest) is { } changed) kept.Add((changed, rest));
        }
        left(fields);
        return kept;
    }

    private static async Task<HashSet<Guid>> LockedAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var ids = new HashSet<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
