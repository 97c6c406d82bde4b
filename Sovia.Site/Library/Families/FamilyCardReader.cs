using Marten;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Library.Families;

/// <summary>Reads families by ID as cards, including annotations.</summary>
public sealed class FamilyCardReader(NpgsqlDataSource source, IQuerySession session, LibraryStateCache versions,
    CachedFamilyReader families, FindHideFilterMatches hidden)
{
    /// <summary>Returns the listed families, in the order of the IDs.</summary>
    public async Task<IReadOnlyList<Family>> ReadFamiliesAsync(Guid[] ids, CancellationToken ct) =>
        await ReadFamiliesAsync(ResolvedQuery.All, "unnest($2) as x (id)",
            [.. ids.Except(await hidden.FindFamiliesAsync(ids, ct))], ct);

    /// <summary>Returns the listed posts, each as a card of its own, in the order of the IDs.</summary>
    public async Task<IReadOnlyList<Family>> ReadPostsAsync(Guid[] ids, CancellationToken ct) =>
        await ReadFamiliesAsync(ResolvedQuery.All with { Unit = ListUnit.Post },
            "(select id from sovia.post_index where tenant_id = $1 and id = any($2)) x",
            [.. ids.Except(await hidden.FindPostsAsync(ids, ct))], ct);

    private async Task<IReadOnlyList<Family>> ReadFamiliesAsync(ResolvedQuery query, string fromSql, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var list = query.ForLibrary(await versions.GetCurrentAsync(session.TenantId, ct));
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"select x.id, {FoundItem.BuildColumnsSql(list, fromSql)}", connection)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = ids } },
        };
        var foundItems = new Dictionary<Guid, FoundItem>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                if (reader.GetGuid(0) is var id) foundItems[id] = FoundItem.Read(list, new(0, id), reader, 1);
        var items = await families.ReadCardsAsync(connection, session.TenantId, list,
            [.. ids.Where(foundItems.ContainsKey).Select(id => foundItems[id])], ct);
        return [.. items.Select(item => item.Family)];
    }
}
