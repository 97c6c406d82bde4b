using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sovia.Caching;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;

namespace Sovia.Library.Families;

/// <summary>Reads the cards of found items. Documents are cached by their version, which every write changes.</summary>
public sealed class CachedFamilyReader
{
    private const long MaxCacheSize = 8_000_000;

    private readonly BoundedCache<Guid, Family> cache = new(MaxCacheSize, static family => 600 + (4 * (family.Prompt?.Length ?? 0)));

    /// <summary>Returns the items with their cards, in the same order. Items whose document was deleted are left out.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="tenant">The library's tenant.</param>
    /// <param name="list">The list that contains the items.</param>
    /// <param name="found">The items.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<List<ListItem>> ReadCardsAsync(NpgsqlConnection connection, string tenant, ResolvedQuery list,
        IReadOnlyList<FoundItem> found, CancellationToken ct)
    {
        var families = new Dictionary<Guid, Family>();
        foreach (var item in found)
            if (cache.TryGet(item.Revision, out var family)) families[item.Cursor.Id] = family;
        if (families.Count < found.Count)
            await foreach (var (id, family) in ReadAsync(connection, tenant, list,
                [.. found.Select(item => item.Cursor.Id).Where(id => !families.ContainsKey(id))], ct)) families[id] = family;
        return [.. found.Where(item => families.ContainsKey(item.Cursor.Id)).Select(item => item.ToListItem(families[item.Cursor.Id]))];
    }

    private async IAsyncEnumerable<(Guid, Family)> ReadAsync(
        NpgsqlConnection connection, string tenant, ResolvedQuery list, Guid[] ids,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select d.id, d.mt_version, {list.DataSql} from {list.DocumentTable} d where d.tenant_id = $1 and d.id = any($2)",
            connection)
        {
            Parameters = { new() { Value = tenant }, new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (revision, json) = (reader.GetGuid(1), reader.GetFieldValue<byte[]>(2));
            var family = (list.ListsPosts ? BuildFromPost(json)
                : JsonSerializer.Deserialize(json, LibraryJson.Default.Family)!) with
            { Revision = revision };
            cache.Add(revision, family);
            yield return (reader.GetGuid(0), family);
        }
    }

    private static Family BuildFromPost(byte[] json) =>
        JsonSerializer.Deserialize(json, LibraryJson.Default.Post) is { } post
        ? FamilyBuilder.Build([post with { RootId = post.Id, ParentId = null }]) : throw new JsonException("A post's document is null.");
}
