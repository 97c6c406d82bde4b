using System.Globalization;
using Npgsql;
using Sovia.Caching;
using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Library;

/// <summary>Counts a query's facets, each by all choices but its own. What is counted of posts is kept while posts do not change, whatever users decide.</summary>
public sealed class CountFacets(NpgsqlDataSource source, CurrentTenant tenant, LibraryVersion versions, SharedCache cache)
{
    /// <summary>The counts: a pass for the query, and one for each facet of which something is chosen.</summary>
    public async Task<FacetCounts> OfAsync(LibraryQuery query, CancellationToken ct)
    {
        var state = await versions.CurrentAsync(tenant.Id, ct);
        var all = await TallyAsync(query, state, ct);
        var tallies = new Dictionary<Facet, FacetTally>();
        foreach (var facet in Facet.All)
            tallies[facet] = query.ChoiceOf(facet) is { Included.IsEmpty: true, Excluded.IsEmpty: true } ? all : await TallyAsync(query.Without(facet), state, ct, query.ChoiceOf(facet));
        return FacetCounts.Of(query, tallies, all);
    }

    private async Task<FacetTally> TallyAsync(LibraryQuery query, LibraryState state, CancellationToken ct, FacetChoice? chosen = null)
    {
        string[] keys = chosen is { Facet.Decided.Names: not null } ? [.. chosen.Included.Concat(chosen.Excluded).Select(value => TagText.KeyOf(ValueItem.At(value, 0, _ => false).Text))] : [];
        var list = (Listing.Of(query) with { Sort = null }).In(state);
        var content = await cache.GetAsync("facets", tenant.Id, list.StampOf(state), $"{list.Name}\n{query.Zone.Id}", CountingContent(source, list, query.Zone, tenant.Id), tally => tally.Size, ct);
        if (state.StateStamp.Length == 0) return WithDecisions(content, new([], 0));
        var decided = await cache.GetAsync("decided facets", tenant.Id, state.FullStamp, $"{list.Name}\n{string.Join('\n', keys)}", CountingDecisions(source, list, keys, tenant.Id), tally => tally.Size, ct);
        return WithDecisions(content, decided);
    }

    // A row that users decided about counts there instead of where its own column, or the default, puts it.
    private static FacetTally WithDecisions(FacetTally content, FacetTally decided)
    {
        var keys = new Dictionary<string, FacetKey[]>(content.Keys);
        foreach (var facet in FacetSql.OfDecisions)
        {
            var before = facet.Column is not null ? content.Keys[facet.Parameter] : content.Total == 0 ? [] : [new FacetKey(int.Parse(facet.Decided!.Before, CultureInfo.InvariantCulture), [], content.Total)];
            var moved = decided.Keys.GetValueOrDefault(facet.Parameter) ?? [];
            keys[facet.Parameter] = facet.IsOfNames ? [.. before, .. moved] : [.. before.Concat(moved).GroupBy(key => key.Number, (number, same) => new FacetKey(number, [], same.Sum(key => key.Count))).Where(key => key.Count > 0)];
        }
        return new(keys, content.Total);
    }

    // Others may wait for these when the request is over, so that they take along nothing of it.
    private static Func<CancellationToken, ValueTask<FacetTally>> CountingContent(NpgsqlDataSource source, Listing list, TimeZoneInfo zone, string tenant) => async ct =>
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        var months = await MonthBuckets.OfAsync(zone, list.Table, command.Parameters, source, ct);
        command.CommandText = FacetSql.Content(list, months.Sql, command.Parameters);
        return await Patience.ForAsync(list, command, command => ReadContentAsync(command, months, ct));
    };

    private static async Task<FacetTally> ReadContentAsync(NpgsqlCommand command, MonthBuckets months, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var keys = FacetSql.OfContent.ToDictionary(facet => facet, _ => new List<FacetKey>());
        while (await reader.ReadAsync(ct))
        {
            var facet = FacetSql.OfContent[reader.GetInt32(0)];
            var number = reader.IsDBNull(1) ? 0 : reader.GetInt32(1);
            keys[facet].Add(new(facet.Column == Query.Fields.MonthFacet.ColumnOfZone ? months.Of(number) : number, facet.IsOfNames ? reader.GetFieldValue<string[]>(2) : [], reader.GetInt32(3)));
        }
        return new(keys.ToDictionary(pair => pair.Key.Parameter, pair => pair.Value.ToArray()), keys[FacetSql.OfContent[0]].Sum(key => key.Count));
    }

    private static Func<CancellationToken, ValueTask<FacetTally>> CountingDecisions(NpgsqlDataSource source, Listing list, string[] chosen, string tenant) => async ct =>
    {
        var keys = new Dictionary<string, FacetKey[]>();
        foreach (var facet in FacetSql.OfDecisions)
            keys[facet.Parameter] = [.. await RowsAsync(source, list, tenant, parameters => FacetSql.Decided(list, facet.Decided!, chosen, parameters), async reader =>
            {
                var found = new List<FacetKey>();
                while (await reader.ReadAsync(ct))
                {
                    var count = reader.GetInt32(3);
                    if (facet.IsOfNames) found.Add(new(0, [reader.GetString(2)], count));
                    else found.AddRange([new(reader.GetInt32(0), [], count), new(reader.GetInt32(1), [], -count)]);
                }
                if (facet.IsOfNames) found.Add(new(0, [], -await HowManyAsync(source, list, tenant, facet, ct)));
                return found;
            }, ct)];
        return new(keys, 0);
    };

    private static Task<int> HowManyAsync(NpgsqlDataSource source, Listing list, string tenant, Facet facet, CancellationToken ct) =>
        RowsAsync(source, list, tenant, parameters => FacetSql.HowMany(list, facet.Decided!, parameters), async reader => await reader.ReadAsync(ct) ? reader.GetInt32(0) : 0, ct);

    private static async Task<T> RowsAsync<T>(NpgsqlDataSource source, Listing list, string tenant, Func<NpgsqlParameterCollection, string> sql, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.CommandText = sql(command.Parameters);
        return await Patience.ForAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await read(reader);
        });
    }
}
