using Npgsql;
using Sovia.Index;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Counts how many items of a list have a value of one field and a value of another.</summary>
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
        Facet[] ofTime = [.. facets.Where(facet => facet.IsTimeBased).Distinct()];
        var times = ofTime.Length == 0 ? null : await TimeBuckets.CreateAsync(ofTime, query.Zone, list.Table, command.Parameters, source,
            ct);
        command.CommandText = CrossTabSql.Build(list, facets, times?.Sql, command.Parameters);
        var rows = await SearchTimeout.RunAsync(list, command, command => ReadAsync(command, facets, ct));
        var told = times?.Resolve(rows.Select((row, at) => (row.Bucket, at))).ToLookup(one => (one.Facet, one.With), one => one.Number);
        var names = facets.All(facet => facet.NameSetColumn is null) ? null
            : await NameSets.ReadAsync(source, tenant.Id, [.. rows.Select(row => row.Names).Distinct()], ct);
        FacetBucket KeyOf(Facet facet, int at, FacetBucket read) => facet.IsTimeBased ? new(told![(facet, at)].First(), [], 1)
            : facet.NameSetColumn is { } column ? new(0, names!.GetValueOrDefault(rows[at].Names)?.GetNames(column) ?? [], 1) : read;
        var cells = new Dictionary<(string, string), int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            var (first, second) = (GetValues(by, KeyOf(by, at, row.First)).ToList(), GetValues(across, KeyOf(across, at, row.Second))
                .ToList());
            foreach (var cell in first.SelectMany(one => second, (one, other) => (one, other)))
                cells[cell] = cells.GetValueOrDefault(cell) + row.Count;
        }
        return cells;
    }

    private static IEnumerable<string> GetValues(Facet facet, FacetBucket key) =>
        facet.GetCounts([key]).Where(value => value.Count > 0).Select(value => facet.NormalizeValue(value.Value)).Distinct();

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, Facet[] facets, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetInt64(1), KeyAt(reader, facets[0], 2),
                KeyAt(reader, facets[1], 3), reader.GetInt32(4)));
        return rows;
    }

    private static FacetBucket KeyAt(NpgsqlDataReader reader, Facet facet, int column) =>
        facet.IsNameBased ? new(0, reader.GetFieldValue<string[]>(column), 1) : new((int)reader.GetInt64(column), [], 1);

    private sealed record Row(long? Bucket, long Names, FacetBucket First, FacetBucket Second, int Count);
}
