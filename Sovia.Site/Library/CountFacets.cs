using Marten;
using Npgsql;
using Sovia.Caching;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Counts a query's facets: one pass over what its search finds, kept while the library does not change.</summary>
public sealed class CountFacets(NpgsqlDataSource source, IQuerySession session, LibraryVersion versions, SharedCache cache)
{
    /// <summary>The counts. A choice more or less costs no new pass.</summary>
    public async Task<FacetCounts> OfAsync(LibraryQuery query, CancellationToken ct)
    {
        var tenant = session.TenantId;
        var state = await versions.CurrentAsync(tenant, ct);
        var searched = Listing.Of(query.WithoutChoices);
        return FacetCounts.Of(query, await cache.GetAsync("facets", tenant, state.Version, searched.Key, ct => GroupsAsync(searched, tenant, ct), ct));
    }

    private async ValueTask<FacetGroups> GroupsAsync(Listing list, string tenant, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        // The groups of numbers are those of the videos facet.
        command.CommandText = $"""
            select by_kind, by_likes, models, modes, month, (array[0, 1, 2, 6, 11, 21])[width_bucket(-by_videos, array[0, 1, 2, 6, 11, 21])], prompted,
                items > 0 and safe = items, count(*)::integer
            from {list.Table} x where x.tenant_id = $1 and {list.Where(command.Parameters)}
            group by 1, 2, 3, 4, 5, 6, 7, 8
            """;
        return await Patience.ForAsync(list, command, command => ReadAsync(command, ct));
    }

    private static async Task<FacetGroups> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var groups = new List<FacetGroup>();
        while (await reader.ReadAsync(ct))
            groups.Add(new(
                SortKeys.Kind(reader.GetInt16(0)), SortKeys.Liked(reader.GetInt16(1)), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<string[]>(3),
                reader.GetInt32(4), reader.GetInt32(5), reader.GetBoolean(6), reader.GetBoolean(7), reader.GetInt32(8)));
        return new([.. groups]);
    }
}
