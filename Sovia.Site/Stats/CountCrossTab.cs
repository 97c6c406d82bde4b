using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Counts the items of a list for each pair of values of two fields.</summary>
public sealed class CountCrossTab(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions)
{
    /// <summary>Returns the non-zero counts by the keys of both values.</summary>
    public async Task<IReadOnlyDictionary<(string, string), int>> CountAsync(LibraryQuery query, Facet by, Facet across,
        CancellationToken ct)
    {
        var list = (ResolvedQuery.From(query) with { Sort = null }).ForLibrary(await versions.GetCurrentAsync(tenant.Id, ct));
        Facet[] facets = [by, across];
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        Facet[] timeFacets = [.. facets.Where(facet => facet.IsTimeBased).Distinct()];
        var times = timeFacets.Length == 0 ? null : await TimeBuckets.CreateAsync(timeFacets, query.Zone, list.Table, command.Parameters,
            source,
            ct);
        command.CommandText = CrossTabSql.Build(list, facets, times?.Sql, command.Parameters);
        var rows = await SearchTimeout.RunAsync(list, command, command => ReadRowsAsync(command, facets, ct));
        var numbers = times?.Resolve(rows.Select((row, i) => (row.Bucket, i))).ToLookup(one => (one.Facet, one.With), one => one.Number);
        var nameSets = facets.All(facet => facet.NameSetColumn is null) ? null
            : await NameSets.ReadAsync(source, tenant.Id, [.. rows.Select(row => row.Names).Distinct()], ct);
        FacetBucket GetBucket(Facet facet, int i, FacetBucket stored) => facet.IsTimeBased ? new(numbers![(facet, i)].First(), [], 1)
            : facet.NameSetColumn is { } column ? new(0, nameSets!.GetValueOrDefault(rows[i].Names)?.GetNames(column) ?? [], 1) : stored;
        var cells = new Dictionary<(string, string), int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var (first, second) = (GetValues(by, GetBucket(by, i, row.First)).ToList(), GetValues(across, GetBucket(across, i, row.Second))
                .ToList());
            foreach (var cell in first.SelectMany(one => second, (one, other) => (one, other)))
                cells[cell] = cells.GetValueOrDefault(cell) + row.Count;
        }
        return cells;
    }

    private static IEnumerable<string> GetValues(Facet facet, FacetBucket bucket) =>
        facet.GetCounts([bucket]).Where(value => value.Count > 0).Select(value => facet.NormalizeValue(value.Value)).Distinct();

    private static async Task<List<Row>> ReadRowsAsync(NpgsqlCommand command, Facet[] facets, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetInt64(1), ReadBucket(reader, facets[0], 2),
                ReadBucket(reader, facets[1], 3), reader.GetInt32(4)));
        return rows;
    }

    private static FacetBucket ReadBucket(NpgsqlDataReader reader, Facet facet, int column) =>
        facet.IsNameBased ? new(0, reader.GetFieldValue<string[]>(column), 1) : new((int)reader.GetInt64(column), [], 1);

    private sealed record Row(long? Bucket, long Names, FacetBucket First, FacetBucket Second, int Count);
}
