using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using Marten;
using Npgsql;
using Sovia.Caching;

namespace Sovia.Library.Search;

/// <summary>
/// Reads a list in random order: by a hash of each id with the seed. No index can hold an order a seed, so the ids of the
/// list are kept in memory while the library does not change, and hashing a hundred thousand of them takes a millisecond.
/// </summary>
public sealed class Shuffle(NpgsqlDataSource source, IQuerySession session, LibraryVersion versions, LocalCache cache)
{
    /// <summary>Items beyond a cursor, the nearest first, as <see cref="ReadStretch.ReadAsync"/>.</summary>
    public async Task<List<ListItem>> ReadAsync(Listing list, Cursor? cursor, bool along, int count, CancellationToken ct)
    {
        var ids = await IdsAsync(list, ct);
        var nearest = Nearest(ids, list.Seed, cursor is { Key: { } key } && ulong.TryParse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash) ? (hash, cursor.Id) : null, along, count);
        return await LoadAsync(list, nearest, ct);
    }

    /// <summary>Where an item stands, or null where the library has no such item.</summary>
    public async Task<Cursor?> CursorOfAsync(Listing list, Guid postId, CancellationToken ct)
    {
        var id = list.OfPosts ? postId : (await session.LoadAsync<Post>(postId, ct))?.RootId ?? postId;
        return Array.IndexOf(await IdsAsync(list, ct), id) >= 0 ? At(HashOf(id, list.Seed), id) : null;
    }

    private static Cursor At(ulong hash, Guid id) => new(0, id, hash.ToString("x16", CultureInfo.InvariantCulture));

    private static List<(ulong Hash, Guid Id)> Nearest(Guid[] ids, int seed, (ulong, Guid)? from, bool along, int count)
    {
        var order = along ? Comparer<(ulong, Guid)>.Default : Comparer<(ulong, Guid)>.Create((a, b) => b.CompareTo(a));
        // The farthest of those kept is on top, to be thrown out by a nearer one.
        var kept = new PriorityQueue<(ulong Hash, Guid Id), (ulong, Guid)>(count + 1, Comparer<(ulong, Guid)>.Create((a, b) => order.Compare(b, a)));
        foreach (var id in ids)
        {
            var place = (HashOf(id, seed), id);
            if (from is { } start && order.Compare(place, start) <= 0) continue;
            if (kept.Count < count) kept.Enqueue(place, place);
            else if (order.Compare(place, kept.Peek()) < 0) kept.EnqueueDequeue(place, place);
        }
        return [.. kept.UnorderedItems.Select(item => item.Element).Order(order)];
    }

    private static ulong HashOf(Guid id, int seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return XxHash3.HashToUInt64(bytes, BinaryPrimitives.ReverseEndianness((long)seed));
    }

    private async Task<Guid[]> IdsAsync(Listing list, CancellationToken ct)
    {
        var state = await versions.CurrentAsync(session.TenantId, ct);
        return await cache.GetAsync((session.TenantId, state.Version, list.OfPosts, list.Key, "ids"), LoadIdsAsync, ids => ids.Length * 16L, ct);

        async Task<Guid[]> LoadIdsAsync(CancellationToken ct)
        {
            await using var command = source.CreateCommand();
            command.Parameters.Add(new() { Value = session.TenantId });
            command.CommandText = $"select x.id from {list.Table} x where x.tenant_id = $1 and {new TermSql(command.Parameters) { OfPosts = list.OfPosts }.Of(list.Term)}";
            await using var reader = await command.ExecuteReaderAsync(ct);
            var ids = new List<Guid>();
            while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
            return [.. ids];
        }
    }

    private async Task<List<ListItem>> LoadAsync(Listing list, List<(ulong Hash, Guid Id)> places, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select id, data from {list.Documents} where tenant_id = $1 and id = any($2)");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = places.Select(place => place.Id).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var documents = new Dictionary<Guid, byte[]>();
        while (await reader.ReadAsync(ct)) documents[reader.GetGuid(0)] = reader.GetFieldValue<byte[]>(1);
        // What has been deleted meanwhile is left out.
        return [.. places.Where(place => documents.ContainsKey(place.Id)).Select(place => ListItem.Of(list, documents[place.Id], At(place.Hash, place.Id)))];
    }
}
