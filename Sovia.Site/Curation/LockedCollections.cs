using Marten;
using Npgsql;

namespace Sovia.Curation;

/// <summary>
/// Protects locked collections from every kind of change, including undo and batches queued before the lock. Read under the library's
/// annotation lock, because collections are locked under it too.
/// </summary>
/// <param name="names">The names of the locked collections, by ID.</param>
internal sealed class LockedCollections(IReadOnlyDictionary<Guid, string> names)
{
    /// <summary>A library without locked collections.</summary>
    public static readonly LockedCollections None = new(new Dictionary<Guid, string>());

    private const string Sql = """
        select id, data->>'name' from sovia.mt_doc_collection
        where tenant_id = $1 and (data->>'locked')::boolean and data->'deletedAt' is null
        """;

    /// <summary>Reads the locked collections of the session's library, in its transaction.</summary>
    public static async Task<LockedCollections> ReadAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var names = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct)) names[reader.GetGuid(0)] = reader.GetString(1);
        return names.Count == 0 ? None : new(names);
    }

    /// <summary>Returns a change without its locked collections, to describe its actual effect.</summary>
    public Change RemoveLocked(Change change) => names.Count == 0 ? change
        : change with { Collect = RemoveLocked(change.Collect), Uncollect = RemoveLocked(change.Uncollect) };

    /// <summary>Returns an annotation without its effect on locked collections.</summary>
    /// <param name="before">The annotation before the change.</param>
    /// <param name="after">The annotation after the change.</param>
    /// <param name="skipped">Receives the protected field.</param>
    public Annotation Protect(Annotation before, Annotation after, ICollection<SkippedField> skipped)
    {
        if (names.Count == 0) return after;
        var (oldIds, newIds) = (before.Collections ?? [], after.Collections ?? []);
        List<Guid> lockedIds = [.. oldIds.Except(newIds).Concat(newIds.Except(oldIds)).Where(names.ContainsKey)];
        if (lockedIds.Count == 0) return after;
        skipped.Add(new(after.Id, AnnotationField.Collections,
            string.Join(", ", lockedIds.Select(id => names[id]).Order(StringComparer.CurrentCultureIgnoreCase))));
        List<Guid> ids = [.. newIds.Where(id => !names.ContainsKey(id)).Concat(oldIds.Where(names.ContainsKey)).Order()];
        return after with { Collections = ids.Count == 0 ? null : ids };
    }

    private List<CollectionReference>? RemoveLocked(IReadOnlyList<CollectionReference>? collections) =>
        collections is null ? null : [.. collections.Where(reference => !names.ContainsKey(reference.Id))];
}
