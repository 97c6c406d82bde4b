using Npgsql;

namespace Sovia.Library.Search;

/// <summary>Counts what facets see of a list.</summary>
/// <param name="source">The database.</param>
/// <param name="list">The list.</param>
/// <param name="tenant">Whose library.</param>
internal sealed class TallyFacets(NpgsqlDataSource source, Listing list, string tenant)
{
    /// <summary>What the columns of index rows say.</summary>
    /// <param name="zone">Whose months.</param>
    /// <param name="ct">Ends the counting.</param>
    public async ValueTask<FacetTally> ContentAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using var command = Command();
        var months = await MonthBuckets.OfAsync(zone, list.Table, command.Parameters, source, ct);
        command.CommandText = FacetSql.Content(list, months.Sql, command.Parameters);
        return await ReadAsync(command, async reader =>
        {
            var keys = FacetSql.OfContent.ToDictionary(facet => facet, _ => new List<FacetKey>());
            while (await reader.ReadAsync(ct))
            {
                var facet = FacetSql.OfContent[reader.GetInt32(0)];
                var number = reader.IsDBNull(1) ? 0 : reader.GetInt32(1);
                if (FacetSql.IsOfZone(facet)) number = months.Of(number);
                keys[facet].Add(new(number, facet.IsOfNames ? reader.GetFieldValue<string[]>(2) : [], reader.GetInt32(3)));
            }
            // Each row has one value of each column.
            return new FacetTally(keys.ToDictionary(pair => pair.Key.Parameter, pair => pair.Value.ToArray()), keys[FacetSql.OfContent[0]].Sum(key => key.Count));
        }, ct);
    }

    /// <summary>What annotation rows say, with what their index rows, or the defaults, say instead as less.</summary>
    /// <param name="chosen">Keys of names to count however rare they are.</param>
    /// <param name="ct">Ends the counting.</param>
    public async ValueTask<FacetTally> DecisionsAsync(string[] chosen, CancellationToken ct)
    {
        var keys = new Dictionary<string, FacetKey[]>();
        foreach (var facet in FacetSql.OfDecisions) keys[facet.Parameter] = facet.IsOfNames ? await NamesAsync(facet.Decided!, chosen, ct) : await NumbersAsync(facet.Decided!, ct);
        return new(keys, 0);
    }

    private async Task<FacetKey[]> NumbersAsync(DecidedFacet facet, CancellationToken ct)
    {
        await using var command = Command();
        command.CommandText = FacetSql.Numbers(list, facet, command.Parameters);
        return await ReadAsync(command, async reader =>
        {
            var found = new List<FacetKey>();
            while (await reader.ReadAsync(ct)) found.AddRange([new(reader.GetInt32(0), [], reader.GetInt32(2)), new(reader.GetInt32(1), [], -reader.GetInt32(2))]);
            return found.ToArray();
        }, ct);
    }

    private async Task<FacetKey[]> NamesAsync(DecidedFacet facet, string[] chosen, CancellationToken ct)
    {
        await using var names = Command();
        names.CommandText = FacetSql.Names(list, facet, chosen, names.Parameters);
        await using var rows = Command();
        rows.CommandText = FacetSql.HowMany(list, facet, rows.Parameters);
        var found = await ReadAsync(names, async reader =>
        {
            var found = new List<FacetKey>();
            while (await reader.ReadAsync(ct)) found.Add(new(0, [reader.GetString(0)], reader.GetInt32(1)));
            return found;
        }, ct);
        var named = await ReadAsync(rows, async reader => await reader.ReadAsync(ct) ? reader.GetInt32(0) : 0, ct);
        return [.. found, new(0, [], -named)];
    }

    private NpgsqlCommand Command()
    {
        var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        return command;
    }

    private Task<T> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct) => Patience.ForAsync(list, command, async command =>
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await read(reader);
    });
}
