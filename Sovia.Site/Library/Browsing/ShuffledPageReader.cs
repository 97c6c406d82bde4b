using System.Globalization;
using System.IO.Hashing;
using Marten;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library.Families;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>
/// Reads a list in random order, by a hash of each ID with the seed. No index can hold an order for each seed, so the IDs of the list are
/// cached in memory until the library changes. Hashing a hundred thousand of them takes half a millisecond.
/// </summary>
public sealed class ShuffledPageReader(NpgsqlDataSource source, IQuerySession session, LibraryStateCache versions, LocalCache cache,
    CachedFamilyReader families)
{
    private const int InsertionSortLimit = 1_000;

    /// <summary>Returns items beyond a cursor, nearest first, like <see cref="ListPageReader.ReadAsync"/>.</summary>
    public async Task<List<ListItem>> ReadAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count, CancellationToken ct)
    {
        list = list.ForLibrary(await versions.GetCurrentAsync(session.TenantId, ct));
        return await LoadAsync(list, await FindNearestAsync(list, cursor, isForward, count, ct), ct);
    }

    /// <summary>Returns the cursors of items beyond a cursor, like <see cref="ListPageReader.ReadCursorsAsync"/>.</summary>
    public async Task<IReadOnlyList<Cursor>> ReadCursorsAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct)
    {
        list = list.ForLibrary(await versions.GetCurrentAsync(session.TenantId, ct));
        return (await FindNearestAsync(list, cursor, isForward, count, ct)).ConvertAll(item => CreateCursor(item.Hash, item.Id));
    }

    private async Task<List<(ulong Hash, Guid Id)>> FindNearestAsync(ResolvedQuery list, Cursor? cursor, bool isForward, int count,
        CancellationToken ct)
    {
        (ulong, Guid)? start = cursor is { Key: { } key }
            && ulong.TryParse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash) ? (hash, cursor.Id) : null;
        return FindNearest(await GetIdsAsync(list, ct), list.Seed, start, isForward, count);
    }

    /// <summary>Returns the cursor of an item, or its position if it were in the list; null if the library has no such item.</summary>
    public async Task<Cursor?> FindCursorAsync(ResolvedQuery list, Guid postId, CancellationToken ct) =>
        await session.LoadAsync<Post>(postId, ct) is { } post ? ComputeCursor(list.ListsPosts ? postId : post.RootId, list.Seed) : null;

    /// <summary>Computes the cursor of an item in the order of a seed, whether or not it is in the list.</summary>
    internal static Cursor ComputeCursor(Guid id, int seed) => CreateCursor(Mix(GetNoise(id), seed), id);

    private static Cursor CreateCursor(ulong hash, Guid id) => new(0, id, hash.ToString("x16", CultureInfo.InvariantCulture));

    private static List<(ulong Hash, Guid Id)> FindNearest((ulong Noise, Guid Id)[] ids, int seed, (ulong Hash, Guid Id)? from,
        bool isForward,
        int count)
    {
        // When reading up, the hashes are inverted, so that the nearest item has the smallest hash in both directions.
        var hashMask = isForward ? 0UL : ulong.MaxValue;
        var idComparer = isForward ? Comparer<Guid>.Default : Comparer<Guid>.Create((a, b) => b.CompareTo(a));
        bool IsBefore((ulong Hash, Guid Id) a, (ulong Hash, Guid Id) b) =>
            a.Hash != b.Hash ? a.Hash < b.Hash : idComparer.Compare(a.Id, b.Id) < 0;
        (ulong, Guid)? start = from is { } position ? (position.Hash ^ hashMask, position.Id) : null;
        // Inserting many items one by one would take quadratic time.
        if (count > InsertionSortLimit)
        {
            var candidates = ids.Select(item => (Hash: Mix(item.Noise, seed) ^ hashMask, item.Id))
                .Where(item => start is not { } after || IsBefore(after, item)).ToList();
            candidates.Sort((a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : idComparer.Compare(a.Id, b.Id));
            return [.. candidates.Take(count).Select(item => (item.Hash ^ hashMask, item.Id))];
        }
        var nearest = new List<(ulong Hash, Guid Id)>(count + 1);
        var maxHash = ulong.MaxValue;
        foreach (var (noise, id) in ids)
        {
            var item = (Hash: Mix(noise, seed) ^ hashMask, id);
            // Nearly all items are skipped here.
            if (item.Hash > maxHash || (start is { } after && !IsBefore(after, item))) continue;
            var index = nearest.FindLastIndex(other => IsBefore(other, item)) + 1;
            nearest.Insert(index, item);
            if (nearest.Count > count) nearest.RemoveAt(count);
            if (nearest.Count == count) maxHash = nearest[^1].Hash;
        }
        return nearest.ConvertAll(item => (item.Hash ^ hashMask, item.Id));
    }

    private static ulong GetNoise(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return XxHash3.HashToUInt64(bytes);
    }

    // A bijective mixer (the finaliser of splitmix64), so that each seed gives a different order.
    private static ulong Mix(ulong noise, int seed)
    {
        var mixed = noise + (((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private async Task<(ulong Noise, Guid Id)[]> GetIdsAsync(ResolvedQuery list, CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(session.TenantId, ct);
        return await cache.GetOrCreateAsync((session.TenantId, list.GetStamp(state), list.ListsPosts, list.FilterKey, "ids"),
            CreateQuery(source, list, session.TenantId), ids => ids.Length * 24L, ct);
    }

    // The computation is shared and can outlive this request, so it must not capture anything of it.
    private static Func<CancellationToken, Task<(ulong, Guid)[]>> CreateQuery(NpgsqlDataSource source, ResolvedQuery list, string tenant) =>
        async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText = list.BuildSql(command.Parameters, "x.id");
        return await SearchTimeout.RunAsync(list, command, command => ReadIdsAsync(command, ct));
    };

    private static async Task<(ulong, Guid)[]> ReadIdsAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<(ulong, Guid)>();
        while (await reader.ReadAsync(ct)) ids.Add((GetNoise(reader.GetGuid(0)), reader.GetGuid(0)));
        return [.. ids];
    }

    private async Task<List<ListItem>> LoadAsync(ResolvedQuery list, List<(ulong Hash, Guid Id)> positions, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var foundItems = await FindAsync(connection, list, positions, ct);
        return await families.ReadCardsAsync(connection, session.TenantId, list,
            [.. positions.Where(position => foundItems.ContainsKey(position.Id)).Select(position => foundItems[position.Id])], ct);
    }

    private async Task<Dictionary<Guid, FoundItem>> FindAsync(NpgsqlConnection connection, ResolvedQuery list,
        List<(ulong Hash, Guid Id)> positions, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select x.id, {FoundItem.BuildColumnsSql(list, "unnest($2) as x (id)")}", connection);
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = positions.Select(position => position.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hashes = positions.ToDictionary(position => position.Id, position => position.Hash);
        var items = new Dictionary<Guid, FoundItem>();
        while (await reader.ReadAsync(ct))
            if (reader.GetGuid(0) is var id) items[id] = FoundItem.Read(list, CreateCursor(hashes[id], id), reader, 1);
        return items;
    }
}
