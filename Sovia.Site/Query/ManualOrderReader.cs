using Marten;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Query.Lists;

namespace Sovia.Query;

/// <summary>
/// Reads a list in the manual order of a collection. A family is placed by its first member. The positions are cached in memory until posts
/// or annotations change.
/// </summary>
public sealed class ManualOrderReader(NpgsqlDataSource source, IQuerySession session, LibraryStateCache versions, LocalCache cache,
    CachedFamilyReader families)
{
    private const int BytesPerPlace = 32;

    /// <summary>Returns items beyond a cursor, the nearest first, like <see cref="ListPageReader.ReadAsync"/>.</summary>
    public async Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count, CancellationToken ct)
    {
        var positions = await ReadNearestAsync(list, cursor, isForward, count, ct);
        list = list.ForLibrary(await versions.GetCurrentAsync(session.TenantId, ct));
        await using var connection = await source.OpenConnectionAsync(ct);
        var itemsById = await FindItemsAsync(connection, list, positions, ct);
        return await families.ReadCardsAsync(connection, session.TenantId, list,
            [.. positions.Where(place => itemsById.ContainsKey(place.Id)).Select(place => itemsById[place.Id])], ct);
    }

    /// <summary>Returns the cursors of items beyond a cursor, like <see cref="ListPageReader.ReadCursorsAsync"/>.</summary>
    public async Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct) =>
        [.. (await ReadNearestAsync(list, cursor, isForward, count, ct)).Select(place => place.Cursor)];

    /// <summary>Returns the cursor of an item; null if it is not in the list.</summary>
    public async Task<Cursor?> GetCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct)
    {
        var id = list.ListsPosts ? postId : (await session.LoadAsync<Post>(postId, ct))?.RootId ?? postId;
        var positions = await ReadAllAsync(list, ct);
        return Array.FindIndex(positions, place => place.Id == id) is >= 0 and var index ? positions[index].Cursor : null;
    }

    private async Task<ManualPosition[]> ReadNearestAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct)
    {
        var positions = await ReadAllAsync(list, ct);
        var start = isForward ? 0 : positions.Length;
        if (cursor is not null && ManualPosition.FromCursor(cursor) is { } cursorPlace)
        {
            start = Array.BinarySearch(positions, cursorPlace);
            // Starts after the item if it is still in the list, otherwise at the position where it would be.
            start = start < 0 ? ~start : isForward ? start + 1 : start;
        }
        return isForward ? positions[start..Math.Min(positions.Length, start + count)]
            : [.. positions[Math.Max(0, start - count)..start].Reverse()];
    }

    private async Task<ManualPosition[]> ReadAllAsync(ResolvedQuery list, CancellationToken ct)
    {
        var collectionId = list.ManualOrderCollectionId!.Value;
        var state = await versions.GetCurrentAsync(session.TenantId, ct);
        list = list.ForLibrary(state);
        return await cache.GetOrCreateAsync(
            (session.TenantId, state.CombinedStamp, list.ListsPosts, list.FilterKey, collectionId),
            CreatePositionQuery(source, list, session.TenantId, collectionId), positions => positions.Length * BytesPerPlace, ct);
    }

    // The computation is shared and can outlive this request, so it must not capture any state of the request.
    private static Func<CancellationToken, Task<ManualPosition[]>> CreatePositionQuery(NpgsqlDataSource source, ResolvedQuery list,
        string tenant,
        Guid collectionId) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = collectionId });
        var rowsSql = list.BuildSql(command.Parameters, "x.id, x.age");
        var placesSql = list.ListsPosts ? "select p.id, p.place from sovia.collection_place p where p.tenant_id = $1 and p.collection = $2"
            : """
            select a.root_id as id, min(p.place) as place from sovia.collection_place p join sovia.post_annotation a on a.tenant_id = $1 and a.id = p.id
            where p.tenant_id = $1 and p.collection = $2 and a.collections <> '{}' and a.collections @> array[$2] group by a.root_id
            """;
        command.CommandText = $"select x.id, x.age, p.place from ({rowsSql}) x left join ({placesSql}) p on p.id = x.id";
        return await SearchTimeout.RunAsync(list, command, command => ReadPositionsAsync(command, ct));
    };

    private static async Task<ManualPosition[]> ReadPositionsAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var positions = new List<ManualPosition>();
        while (await reader.ReadAsync(ct))
            positions.Add(new(reader.IsDBNull(2) ? double.PositiveInfinity : reader.GetDouble(2), reader.GetInt64(1), reader.GetGuid(0)));
        positions.Sort();
        return [.. positions];
    }

    private async Task<Dictionary<Guid,
        FoundItem>> FindItemsAsync(NpgsqlConnection connection, ResolvedQuery list, ManualPosition[] positions,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select x.id, {FoundItem.BuildColumnsSql(list, "unnest($2) as x (id)")}", connection);
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = positions.Select(place => place.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var cursors = positions.ToDictionary(place => place.Id, place => place.Cursor);
        var items = new Dictionary<Guid, FoundItem>();
        while (await reader.ReadAsync(ct))
            if (reader.GetGuid(0) is var id) items[id] = FoundItem.Read(list, cursors[id], reader, 1);
        return items;
    }
}
