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
    private readonly Facet[] packedFacets = [.. facets.Where(facet => facet.ColumnSql is not null)];
    private readonly Facet[] timeFacets = [.. facets.Where(facet => facet.IsTimeBased)];
    private readonly Facet[] nameFacets = [.. facets.Where(facet => facet.NameSetColumn is not null)];

    /// <summary>Counts the columns of index rows.</summary>
    /// <param name="zone">The time zone of months, days and hours.</param>
    /// <param name="ct">Cancels the count.</param>
    public async ValueTask<FacetBuckets> CountIndexRowsAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using var command = CreateCommand();
        var times = timeFacets.Length == 0 ? null : await TimeBuckets.CreateAsync(timeFacets, zone, list.Table, command.Parameters, source,
            ct);
        // A facet based on annotations alone still needs the number of rows, so a constant column is counted.
        List<string> columns = [packedFacets.Length > 0 ? FacetSql.BuildPackedSql(packedFacets) : "0::bigint"];
        var (timeIndex, nameIndex) = (times is null ? -1 : columns.Count, nameFacets.Length == 0 ? -1
            : columns.Count + (times is null ? 0 : 1));
        if (times is not null) columns.Add(times.Sql);
        if (nameFacets.Length > 0) columns.Add("x.names");
        if (packedFacets.Length == 0 && columns.Count == 2) (columns, timeIndex, nameIndex) = ([columns[1]], timeIndex - 1, nameIndex - 1);
        command.CommandText = FacetSql.BuildIndexRowsSql(list, columns, command.Parameters);
        var columnCounts = columns.Select(_ => new List<(long? Key, int Count)>()).ToList();
        await ReadAsync(command, async reader =>
        {
            while (await reader.ReadAsync(ct))
                columnCounts[reader.GetInt32(0)].Add((reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetInt32(2)));
            return 0;
        }, ct);
        var counts = packedFacets.Concat(timeFacets).ToDictionary(facet => facet, _ => new Dictionary<int, int>());
        void AddCount(Facet facet, int number, int count) => counts[facet][number] = counts[facet].GetValueOrDefault(number) + count;
        if (packedFacets.Length > 0)
            foreach (var (packed, count) in columnCounts[0])
                foreach (var (facet, number) in FacetSql.Unpack(packedFacets, packed!.Value)) AddCount(facet, number, count);
        foreach (var (facet, number, count) in times?.Resolve(columnCounts[timeIndex]) ?? []) AddCount(facet, number, count);
        var buckets = counts.ToDictionary(pair => pair.Key.Parameter,
            pair => pair.Value.Select(entry => new FacetBucket(entry.Key, [], entry.Value)).ToArray());
        if (nameIndex >= 0)
        {
            var nameSets = await NameSets.ReadAsync(source, tenant, [.. columnCounts[nameIndex].Select(entry => entry.Key!.Value)], ct);
            foreach (var facet in nameFacets)
                buckets[facet.Parameter] = [.. columnCounts[nameIndex]
                    .Select(entry => new FacetBucket(0, nameSets.GetValueOrDefault(entry.Key!.Value)?.GetNames(facet.NameSetColumn!) ?? [],
                        entry.Count))];
        }
        // Each row has one value in each column, so the counts of the first column add up to all rows.
        return new(buckets, columnCounts[0].Sum(entry => entry.Count));
    }

    /// <summary>Counts annotation rows, and subtracts them from the values that their index rows or the defaults would give.</summary>
    /// <param name="chosen">Keys of names to count even if they are rare.</param>
    /// <param name="ct">Cancels the count.</param>
    public async ValueTask<FacetBuckets> CountAnnotationsAsync(string[] chosen, CancellationToken ct)
    {
        var buckets = new Dictionary<string, FacetBucket[]>();
        foreach (var facet in facets.Where(facet => facet.AnnotationSql is not null))
            buckets[facet.Parameter] = facet.IsNameBased ? await CountNamesAsync(facet.AnnotationSql!, chosen, ct)
                : await CountNumbersAsync(facet.AnnotationSql!, ct);
        return new(buckets, 0);
    }

    private async Task<FacetBucket[]> CountNumbersAsync(AnnotationFacetSql facet, CancellationToken ct)
    {
        await using var command = CreateCommand();
        command.CommandText = FacetSql.BuildAnnotationNumbersSql(list, facet, command.Parameters);
        return await ReadAsync(command, async reader =>
        {
            var buckets = new List<FacetBucket>();
            while (await reader.ReadAsync(ct))
                buckets.AddRange([new(reader.GetInt32(0), [], reader.GetInt32(2)), new(reader.GetInt32(1), [], -reader.GetInt32(2))]);
            return buckets.ToArray();
        }, ct);
    }

    private async Task<FacetBucket[]> CountNamesAsync(AnnotationFacetSql facet, string[] chosen, CancellationToken ct)
    {
        await using var namesCommand = CreateCommand();
        namesCommand.CommandText = FacetSql.BuildAnnotationNamesSql(list, facet, chosen, mostNames, namesCommand.Parameters);
        var annotatedCount = 0;
        var nameBuckets = await ReadAsync(namesCommand, async reader =>
        {
            var buckets = new List<FacetBucket>();
            while (await reader.ReadAsync(ct))
            {
                buckets.Add(new(0, [reader.GetString(0)], reader.GetInt32(1)));
                if (facet.FirstNameSql is not null) annotatedCount = reader.GetInt32(2);
            }
            return buckets;
        }, ct);
        if (facet.FirstNameSql is null) annotatedCount = await CountAnnotatedRowsAsync(facet, ct);
        return [.. nameBuckets, new(0, [], -annotatedCount)];
    }

    private async Task<int> CountAnnotatedRowsAsync(AnnotationFacetSql facet, CancellationToken ct)
    {
        await using var command = CreateCommand();
        command.CommandText = FacetSql.BuildAnnotationCountSql(list, facet, command.Parameters);
        return await ReadAsync(command, async reader => await reader.ReadAsync(ct) ? reader.GetInt32(0) : 0, ct);
    }

    private NpgsqlCommand CreateCommand()
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
