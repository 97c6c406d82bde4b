using Npgsql;
using NpgsqlTypes;
using Sovia.Index.Versions;

namespace Sovia.Library.Browsing;

/// <summary>Checks which IDs belong to posts, listed or not.</summary>
public sealed class PostIdReader(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, PostIdCache cache)
{
    // Looks up one ID at a time, because a library that has just begun to grow would be scanned as a whole. Few posts are unlisted.
    private const string Sql = """
        select x.id from unnest($2) one (id), lateral (
            select x.id from sovia.post_index x where x.tenant_id = $1 and x.id = one.id offset 0) x
        union all select x.id from sovia.post_aside x where x.tenant_id = $1 and x.id = any($2)
        """;

    /// <summary>Returns the IDs that the library has, in the given order.</summary>
    public async Task<IReadOnlyList<Guid>> FindExistingAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        if (await cache.FindAsync(tenant.Id, state, ids.Count, ct) is { } all)
            return [.. ids.Where(id => Array.BinarySearch(all, id) >= 0)];
        var existingIds = await LookUpAsync(ids, ct);
        return [.. ids.Where(existingIds.Contains)];
    }

    private async Task<HashSet<Guid>> LookUpAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = tenant.Id },
                new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        // Prepared, because the plan is the same for any IDs.
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var existingIds = new HashSet<Guid>(ids.Count);
        while (await reader.ReadAsync(ct)) existingIds.Add(reader.GetGuid(0));
        return existingIds;
    }
}
