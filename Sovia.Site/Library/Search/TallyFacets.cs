using Npgsql;

namespace Sovia.Library.Search;

/// <summary>Counts what facets see of a list.</summary>
/// <param name="source">The database.</param>
/// <param name="list">The list.</param>
/// <param name="tenant">Whose library.</param>
/// <param name="facets">The facets.</param>
/// <param name="mostNames">How many names of what users decided are counted, the commonest first.</param>
internal sealed class TallyFacets(NpgsqlDataSource source, Listing list, string tenant, IReadOnlyList<Facet> facets, int mostNames)
{
    private readonly Facet[] few = [.. facets.Where(facet => facet.Column is not null)];
    private readonly Facet[] ofTime = [.. facets.Where(facet => facet.IsOfTime)];
    private readonly Facet[] named = [.. facets.Where(facet => facet.NamedBy is not null)];

    /// <summary>What the columns of index rows say.</summary>
    /// <param name="zone">Whose months, days and hours.</param>
    /// <param name="ct">Ends the counting.</param>
    public async ValueTask<FacetTally> ContentAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using var command = Command();
        var times = ofTime.Length == 0 ? null : await TimeBuckets.OfAsync(ofTime, zone, list.Table, command.Parameters, source, ct);
        // What is told from decisions alone still needs to know how many rows there are.
        List<string> columns = [few.Length > 0 ? FacetSql.Packed(few) : "0::bigint"];
        var (timeSet, nameSet) = (times is null ? -1 : columns.Count, named.Length == 0 ? -1 : columns.Count + (times is null ? 0 : 1));
        if (times is not null) columns.Add(times.Sql);
        if (named.Length > 0) columns.Add("x.names");
        if (few.Length == 0 && columns.Count == 2) (columns, timeSet, nameSet) = ([columns[1]], timeSet - 1, nameSet - 1);
        command.CommandText = FacetSql.Content(list, columns, command.Parameters);
        var sets = columns.Select(_ => new List<(long? Key, int Count)>()).ToList();
        await ReadAsync(command, async reader =>
        {
            while (await reader.ReadAsync(ct)) sets[reader.GetInt32(0)].Add((reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetInt32(2)));
            return 0;
        }, ct);
        var numbers = few.Concat(ofTime).ToDictionary(facet => facet, _ => new Dictionary<int, int>());
        void Add(Facet facet, int number, int count) => numbers[facet][number] = numbers[facet].GetValueOrDefault(number) + count;
        if (few.Length > 0)
            foreach (var (packed, count) in sets[0])
                foreach (var (facet, number) in FacetSql.Unpacked(few, packed!.Value)) Add(facet, number, count);
        foreach (var (facet, number, count) in times?.Told(sets[timeSet]) ?? []) Add(facet, number, count);
        var keys = numbers.ToDictionary(pair => pair.Key.Parameter, pair => pair.Value.Select(one => new FacetKey(one.Key, [], one.Value)).ToArray());
        if (nameSet >= 0)
        {
            var names = await NameSets.ReadAsync(source, tenant, [.. sets[nameSet].Select(one => one.Key!.Value)], ct);
            foreach (var facet in named) keys[facet.Parameter] = [.. sets[nameSet].Select(one => new FacetKey(0, names.GetValueOrDefault(one.Key!.Value)?.Of(facet.NamedBy!) ?? [], one.Count))];
        }
        // Each row has one value of each column.
        return new(keys, sets[0].Sum(one => one.Count));
    }

    /// <summary>What annotation rows say, with what their index rows, or the defaults, say instead as less.</summary>
    /// <param name="chosen">Keys of names to count however rare they are.</param>
    /// <param name="ct">Ends the counting.</param>
    public async ValueTask<FacetTally> DecisionsAsync(string[] chosen, CancellationToken ct)
    {
        var keys = new Dictionary<string, FacetKey[]>();
        foreach (var facet in facets.Where(facet => facet.Decided is not null))
            keys[facet.Parameter] = facet.IsOfNames ? await NamesAsync(facet.Decided!, chosen, ct) : await NumbersAsync(facet.Decided!, ct);
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
        names.CommandText = FacetSql.Names(list, facet, chosen, mostNames, names.Parameters);
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
