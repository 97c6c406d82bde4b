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
    public async Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        var places = await ReadNearestAsync(list, cursor, along, count, ct);
        list = list.ForLibrary(await versions.GetCurrentAsync(session.TenantId, ct));
        await using var connection = await source.OpenConnectionAsync(ct);
        var itemsById = await FindItemsAsync(connection, list, places, ct);
        return await families.ReadCardsAsync(connection, session.TenantId, list,
            [.. places.Where(place => itemsById.ContainsKey(place.Id)).Select(place => itemsById[place.Id])], ct);
    }

    /// <summary>Returns the cursors of items beyond a cursor, like <see cref="ListPageReader.ReadCursorsAsync"/>.</summary>
    public async Task<IReadOnlyList<Cursor>> PlacesAsync(ResolvedQuery list, Cursor? cursor, bool along, int count, CancellationToken ct) =>
        [.. (await ReadNearestAsync(list, cursor, along, count, ct)).Select(place => place.Cursor)];

    /// <summary>Returns the cursor of an item; null if it is not in the list.</summary>
    public async Task<Cursor?> GetCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct)
    {
        var id = list.IsOfPosts ? postId : (await session.LoadAsync<Post>(postId, ct))?.RootId ?? postId;
        var places = await ReadAllAsync(list, ct);
        return Array.FindIndex(places, place => place.Id == id) is >= 0 and var index ? places[index].Cursor : null;
    }

    private async Task<ManualPosition[]> ReadNearestAsync(ResolvedQuery list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        var places = await ReadAllAsync(list, ct);
        var start = along ? 0 : places.Length;
        if (cursor is not null && ManualPosition.FromCursor(cursor) is { } cursorPlace)
        {
            start = Array.BinarySearch(places, cursorPlace);
            // Starts after the item if it is still in the list, otherwise at the position where it would be.
            start = start < 0 ? ~start : along ? start + 1 : start;
        }
        return along ? places[start..Math.Min(places.Length, start + count)] : [.. places[Math.Max(0, start - count)..start].Reverse()];
    }

    private async Task<ManualPosition[]> ReadAllAsync(ResolvedQuery list, CancellationToken ct)
    {
        var collectionId = list.Hand!.Value;
        var state = await versions.GetCurrentAsync(session.TenantId, ct);
        list = list.ForLibrary(state);
        return await cache.GetOrCreateAsync(
            (session.TenantId, state.CombinedStamp, list.IsOfPosts, list.FilterKey, collectionId),
            CreatePlaceReader(source, list, session.TenantId, collectionId), places => places.Length * BytesPerPlace, ct);
    }

    // The computation is shared and can outlive this request, so it must not capture any state of the request.
    private static Func<CancellationToken, Task<ManualPosition[]>> CreatePlaceReader(NpgsqlDataSource source, ResolvedQuery list,
        string tenant,
        Guid collectionId) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = collectionId });
        var rowsSql = list.BuildSql(command.Parameters, "x.id, x.age");
        var placesSql = list.IsOfPosts ? "select p.id, p.place from sovia.collection_place p where p.tenant_id = $1 and p.collection = $2"
            : """
            select a.root_id as id, min(p.place) as place from sovia.collection_place p join sovia.post_annotation a on a.tenant_id = $1 and a.id = p.id
            where p.tenant_id = $1 and p.collection = $2 and a.collections <> '{}' and a.collections @> array[$2] group by a.root_id
            """;
        command.CommandText = $"select x.id, x.age, p.place from ({rowsSql}) x left join ({placesSql}) p on p.id = x.id";
        return await SearchTimeout.RunAsync(list, command, command => ReadPlacesAsync(command, ct));
    };

    private static async Task<ManualPosition[]> ReadPlacesAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var places = new List<ManualPosition>();
        while (await reader.ReadAsync(ct))
            places.Add(new(reader.IsDBNull(2) ? double.PositiveInfinity : reader.GetDouble(2), reader.GetInt64(1), reader.GetGuid(0)));
        places.Sort();
        return [.. places];
    }

    private async Task<Dictionary<Guid, FoundItem>> FindItemsAsync(NpgsqlConnection connection, ResolvedQuery list, ManualPosition[] places,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select x.id, {FoundItem.BuildColumnsSql(list, "unnest($2) as x (id)")}", connection);
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = places.Select(place => place.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var cursors = places.ToDictionary(place => place.Id, place => place.Cursor);
        var items = new Dictionary<Guid, FoundItem>();
        while (await reader.ReadAsync(ct))
            if (reader.GetGuid(0) is var id) items[id] = FoundItem.Read(list, cursors[id], reader, 1);
        return items;
    }
}
