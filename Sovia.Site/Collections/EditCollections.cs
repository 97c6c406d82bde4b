using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Library.Dates;
using Sovia.Text;

namespace Sovia.Collections;

/// <summary>
/// Creates, changes, deletes and restores collections. Serializes changes within a library, so that names stay unique and no collection
/// becomes its own ancestor.
/// </summary>
public sealed class EditCollections(ISessionFactory sessions, TimeProvider clock)
{
    private const int MaxFormerNames = 10;

    /// <summary>Creates a collection as the last of its siblings.</summary>
    /// <param name="draft">The collection; its id and times are set here.</param>
    /// <param name="ct">Cancels.</param>
    public Task<CollectionResult> CreateAsync(Collection draft, CancellationToken ct) => SaveAsync(tree =>
    {
        var now = Microseconds.Truncate(clock.GetUtcNow());
        var maxPosition = tree.GetChildren(draft.ParentId).Select(c => c.Position).DefaultIfEmpty(-1).Max();
        return draft with { Id = Guid.CreateVersion7(now), CreatedAt = now, UpdatedAt = now, DeletedAt = null, Position = maxPosition + 1 };
    }, ct);

    /// <summary>Changes a collection.</summary>
    /// <param name="id">The collection.</param>
    /// <param name="change">Returns the changed collection.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The collection or the problems; neither if there is no such collection.</returns>
    public Task<CollectionResult> ChangeAsync(Guid id, Func<Collection, Collection> change, CancellationToken ct) =>
        SaveAsync(tree => tree.FindById(id) is { } before
            ? change(before) with { Id = id, CreatedAt = before.CreatedAt, UpdatedAt = Microseconds.Truncate(clock.GetUtcNow()) } : null,
            ct);

    /// <summary>Deletes a collection and its descendants. Their posts stay, and a restored collection has all of them again.</summary>
    public Task<CollectionResult> DeleteAsync(Guid id, CancellationToken ct) =>
        ChangeAsync(id, before => before with { DeletedAt = Microseconds.Truncate(clock.GetUtcNow()) }, ct);

    /// <summary>Restores a deleted collection, under another name if its own is taken.</summary>
    public Task<CollectionResult> RestoreAsync(Guid id, CancellationToken ct) => SaveAsync(tree =>
    {
        if (tree.Deleted.FirstOrDefault(c => c.Id == id) is not { } deleted) return null;
        var restored = deleted with
        {
            DeletedAt = null,
            UpdatedAt = Microseconds.Truncate(clock.GetUtcNow()),
            ParentId = deleted.ParentId is { } parentId && tree.FindById(parentId) is { } newParent
                && tree.GetDepth(newParent) + 1 < Collection.MaxDepth
            ? parentId : null
        };
        return CollectionValidator.WithUniqueName(restored, tree);
    }, ct);

    private async Task<CollectionResult> SaveAsync(Func<CollectionTree, Collection?> change, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await AnnotationLock.AcquireAsync(session, ct);
        List<Collection> all = [.. await session.Query<Collection>().ToListAsync(ct)];
        var tree = new CollectionTree(all, "");
        if (change(tree) is not { } requested) return new(null, []);
        var before = all.Find(c => c.Id == requested.Id);
        var (collection, problems) = CollectionValidator.Validate(requested, before, tree);
        if (problems.Count > 0) return new(null, problems);
        if (before is not null && before.Name != collection.Name)
            collection = collection with
            {
                FormerNames = [.. (before.FormerNames ?? []).Prepend(before.Name).Where(name => name != collection.Name).Distinct()
                .Take(MaxFormerNames)]
            };
        session.Store(collection);
        var newTree = new CollectionTree([.. all.Where(c => c.Id != collection.Id), collection], "");
        List<NpgsqlBatchCommand> commands = [CreateClearCommand(session.TenantId), CreateNamesCommand(session.TenantId, newTree)];
        // Index rows list only existing collections, so that posts that were only in a deleted collection count as in no collection.
        if (before is not null && before.DeletedAt is null != collection.DeletedAt is null)
            commands.AddRange(AnnotationRows.CreateCollectionCommands(session.TenantId,
                [.. newTree.All.Where(c => tree.FindById(c.Id) is null).Concat(tree.All.Where(c => newTree.FindById(c.Id) is null))
                    .Select(c => c.Id)]));
        commands.AddRange([AnnotationRows.CreateAdvanceVersionCommand(session.TenantId, LibraryStateCache.Channel),
            CreateStampCommand(session.TenantId)]);
        await ExecuteAsync(session, commands, ct);
        await session.SaveChangesAsync(ct);
        return new(collection, []);
    }

    /// <summary>Executes commands on the session's connection, in its transaction.</summary>
    internal static async Task ExecuteAsync(IDocumentSession session, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Creates the command that changes the library's stamp, so that all caches reload its collections.</summary>
    internal static NpgsqlBatchCommand CreateStampCommand(string tenant) =>
        new("update sovia.library_state set collections = gen_random_uuid() where tenant_id = $1")
        { Parameters = { new() { Value = tenant } } };

    private static NpgsqlBatchCommand CreateClearCommand(string tenant) =>
        new("delete from sovia.collection_name where tenant_id = $1") { Parameters = { new() { Value = tenant } } };

    private static NpgsqlBatchCommand CreateNamesCommand(string tenant, CollectionTree tree) => new(
        "insert into sovia.collection_name (tenant_id, id, name, shown) select $1, one.id, one.name, one.shown from unnest($2, $3, $4) "
        + "as one (id, name, shown)")
    {
        Parameters =
        {
            new() { Value = tenant },
            new() { Value = tree.All.Select(c => c.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            new() { Value = tree.All.Select(c => TagText.ToKey(tree.GetPath(c))).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new() { Value = tree.All.Select(tree.GetPath).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        },
    };
}
