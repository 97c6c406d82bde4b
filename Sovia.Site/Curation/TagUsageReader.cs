using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Curation;

/// <summary>Reads all tags of a library, sorted by descending count, and caches them until the library changes.</summary>
public sealed class TagUsageReader(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, LocalCache cache)
{
    // Limits memory use. Rarer tags are not useful as suggestions.
    private const int MaxTags = 20_000;

    private const string Sql = """
        select min(n.shown), n.key, count(*)::integer
        from sovia.post_annotation a cross join lateral unnest(a.tag_keys, a.tags) as n (key, shown)
        where a.tenant_id = $1 and a.tag_keys <> '{}' and exists (select from sovia.post_index x where x.tenant_id = $1 and x.id = a.id)
        """;

    private const string GroupBySql = " group by n.key order by 3 desc, n.key limit $2";

    /// <summary>Returns the tags.</summary>
    public async Task<IReadOnlyList<TagUsage>> ReadAllAsync(CancellationToken ct)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        if (state.StateStamp.Length == 0) return [];
        // Uses both versions, because content changes affect which posts are listed.
        return await cache.GetOrCreateAsync((tenant.Id, state.CombinedStamp, HideFilter.CurrentKey, "tags"),
            CreateTagsFactory(source, tenant.Id, HideFilter.Current?.CreateList(ListUnit.Post)),
            tags => tags.Sum(tag => 80L + (2 * (tag.Name.Length + tag.Key.Length))), ct);
    }

    // Other requests may await the result after this one ends, so the delegate must not capture request-scoped objects.
    private static Func<CancellationToken, Task<IReadOnlyList<TagUsage>>> CreateTagsFactory(NpgsqlDataSource source, string tenant,
        ResolvedQuery? hidden) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = MaxTags });
        var hiddenCondition = hidden is null ? "" : $" and a.id not in ({hidden.BuildSql(command.Parameters, "x.id")})";
        command.CommandText = $"{Sql}{hiddenCondition}{GroupBySql}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tags = new List<TagUsage>();
        while (await reader.ReadAsync(ct)) tags.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        return tags;
    };
}
