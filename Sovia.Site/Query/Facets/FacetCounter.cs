using Npgsql;
using Sovia.Index;
using Sovia.Query.Lists;

namespace Sovia.Query.Facets;

/// <summary>Counts facet values over a list.</summary>
/// <param name="source">The database.</param>
/// <param name="list">The list.</param>
/// <param name="tenant">The library's tenant.</param>
/// <param name="facets">The facets.</param>
/// <param name="mostNames">The maximum number of annotation names to count, the most common first.</param>
internal sealed class FacetCounter(NpgsqlDataSource source, ResolvedQuery list, string tenant, IReadOnlyList<Facet> facets, int mostNames)
{
    private readonly Facet[] few = [.. facets.Where(facet => facet.ColumnSql is not null)];
    private readonly Facet[] ofTime = [.. facets.Where(facet => facet.IsTimeBased)];
    private readonly Facet[] named = [.. facets.Where(facet => facet.NameSetColumn is not null)];

    /// <summary>Counts the columns of index rows.</summary>
    /// <param name="zone">The time zone of months, days and hours.</param>
    /// <param name="ct">Cancels the count.</param>
    public async ValueTask<FacetBuckets> CountIndexRowsAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using var command = Command();
        var times = ofTime.Length == 0 ? null : await TimeBuckets.CreateAsync(ofTime, zone, list.Table, command.Parameters, source, ct);
        // A facet based on annotations alone still needs the number of rows, so a constant column is counted.
        List<string> columns = [few.Length > 0 ? FacetSql.BuildPackedSql(few) : "0::bigint"];
        var (timeSet, nameSet) = (times is null ? -1 : columns.Count, named.Length == 0 ? -1 : columns.Count + (times is null ? 0 : 1));
        if (times is not null) columns.Add(times.Sql);
        if (named.Length > 0) columns.Add("x.names");
        if (few.Length == 0 && columns.Count == 2) (columns, timeSet, nameSet) = ([columns[1]], timeSet - 1, nameSet - 1);
        command.CommandText = FacetSql.BuildIndexRowsSql(list, columns, command.Parameters);
        var sets = columns.Select(_ => new List<(long? Key, int Count)>()).ToList();
        await ReadAsync(command, async reader =>
        {
            while (await reader.ReadAsync(ct))
                sets[reader.GetInt32(0)].Add((reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetInt32(2)));
            return 0;
        }, ct);
        var numbers = few.Concat(ofTime).ToDictionary(facet => facet, _ => new Dictionary<int, int>());
        void Add(Facet facet, int number, int count) => numbers[facet][number] = numbers[facet].GetValueOrDefault(number) + count;
        if (few.Length > 0)
            foreach (var (packed, count) in sets[0])
                foreach (var (facet, number) in FacetSql.Unpack(few, packed!.Value)) Add(facet, number, count);
        foreach (var (facet, number, count) in times?.Resolve(sets[timeSet]) ?? []) Add(facet, number, count);
        var keys = numbers.ToDictionary(pair => pair.Key.Parameter,
            pair => pair.Value.Select(one => new FacetBucket(one.Key, [], one.Value)).ToArray());
        if (nameSet >= 0)
        {
            var names = await NameSets.ReadAsync(source, tenant, [.. sets[nameSet].Select(one => one.Key!.Value)], ct);
            foreach (var facet in named)
                keys[facet.Parameter] = [.. sets[nameSet]
                    .Select(one => new FacetBucket(0, names.GetValueOrDefault(one.Key!.Value)?.GetNames(facet.NameSetColumn!) ?? [],
                        one.Count))];
        }
        // Each row has one value in each column, so the counts of the first column add up to all rows.
        return new(keys, sets[0].Sum(one => one.Count));
    }

    /// <summary>Counts annotation rows, and subtracts them from the values that their index rows or the defaults would give.</summary>
    /// <param name="chosen">Keys of names that are counted however rare they are.</param>
    /// <param name="ct">Cancels the count.</param>
    public async ValueTask<FacetBuckets> CountAnnotationsAsync(string[] chosen, CancellationToken ct)
    {
        var keys = new Dictionary<string, FacetBucket[]>();
        foreach (var facet in facets.Where(facet => facet.AnnotationSql is not null))
            keys[facet.Parameter] = facet.IsNameBased ? await NamesAsync(facet.AnnotationSql!, chosen, ct)
                : await NumbersAsync(facet.AnnotationSql!, ct);
        return new(keys, 0);
    }

    private async Task<FacetBucket[]> NumbersAsync(AnnotationFacetSql facet, CancellationToken ct)
    {
        await using var command = Command();
        command.CommandText = FacetSql.BuildAnnotationNumbersSql(list, facet, command.Parameters);
        return await ReadAsync(command, async reader =>
        {
            var found = new List<FacetBucket>();
            while (await reader.ReadAsync(ct))
                found.AddRange([new(reader.GetInt32(0), [], reader.GetInt32(2)), new(reader.GetInt32(1), [], -reader.GetInt32(2))]);
            return found.ToArray();
        }, ct);
    }

    private async Task<FacetBucket[]> NamesAsync(AnnotationFacetSql facet, string[] chosen, CancellationToken ct)
    {
        await using var names = Command();
        names.CommandText = FacetSql.BuildAnnotationNamesSql(list, facet, chosen, mostNames, names.Parameters);
        await using var rows = Command();
        rows.CommandText = FacetSql.BuildAnnotationCountSql(list, facet, rows.Parameters);
        var found = await ReadAsync(names, async reader =>
        {
            var found = new List<FacetBucket>();
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

    private Task<T> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct) =>
        SearchTimeout.RunAsync(list, command, async command =>
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await read(reader);
    });
}
