using Npgsql;
using Sovia.Caching;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Counts a query's facets: one pass over what its search finds, kept while the library does not change.</summary>
public sealed class CountFacets(NpgsqlDataSource source, CurrentTenant tenant, LibraryVersion versions, SharedCache cache)
{
    /// <summary>The counts. A choice more or less costs no new pass.</summary>
    public async Task<FacetCounts> OfAsync(LibraryQuery query, CancellationToken ct)
    {
        var state = await versions.CurrentAsync(tenant.Id, ct);
        var searched = Listing.Of(query.WithoutChoices);
        return FacetCounts.Of(query, await cache.GetAsync("facets", tenant.Id, state.Stamp, $"{searched.Key}\n{query.Zone.Id}", Grouping(source, searched, query.Zone, tenant.Id), groups => groups.Size, ct));
    }

    // Others may wait for it when this request is over, so that it takes along nothing of it.
    private static Func<CancellationToken, ValueTask<FacetGroups>> Grouping(NpgsqlDataSource source, Listing list, TimeZoneInfo zone, string tenant) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        var months = await MonthBuckets.OfAsync(zone, list.Table, command.Parameters, source, ct);
        // The groups of numbers are those of the videos facet.
        command.CommandText = $"""
            select images > 0, by_likes, models, modes, {months.Sql}, (array[0, 1, 2, 6, 11, 21])[width_bucket(-by_videos, array[0, 1, 2, 6, 11, 21])], prompted,
                items > 0 and safe = items, count(*)::integer
            from {list.Table} x where x.tenant_id = $1 and {list.Where(command.Parameters)}
            group by 1, 2, 3, 4, 5, 6, 7, 8
            """;
        return await Patience.ForAsync(list, command, command => ReadAsync(command, months, ct));
    };

    private static async Task<FacetGroups> ReadAsync(NpgsqlCommand command, MonthBuckets months, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var groups = new List<FacetGroup>();
        while (await reader.ReadAsync(ct))
            groups.Add(new(
                reader.GetBoolean(0), SortKeys.Liked(reader.GetInt16(1)), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<string[]>(3),
                months.Of(reader.GetInt32(4)), reader.GetInt32(5), reader.GetBoolean(6), reader.GetBoolean(7), reader.GetInt32(8)));
        return new([.. groups]);
    }
}
