using Npgsql;
using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Stats;

/// <summary>Counts how many items of a list have a value of one field and a value of another.</summary>
public sealed class CountCrossed(NpgsqlDataSource source, CurrentTenant tenant, LibraryVersion versions)
{
    /// <summary>The counts that are not zero, by the keys of both values.</summary>
    public async Task<IReadOnlyDictionary<(string, string), int>> OfAsync(LibraryQuery query, Facet by, Facet across, CancellationToken ct)
    {
        var list = (Listing.Of(query) with { Sort = null }).In(await versions.CurrentAsync(tenant.Id, ct));
        Facet[] facets = [by, across];
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        Facet[] ofTime = [.. facets.Where(facet => facet.IsOfTime).Distinct()];
        var times = ofTime.Length == 0 ? null : await TimeBuckets.OfAsync(ofTime, query.Zone, list.Table, command.Parameters, source, ct);
        command.CommandText = CrossedSql.Of(list, facets, times?.Sql, command.Parameters);
        var rows = await Patience.ForAsync(list, command, command => ReadAsync(command, facets, ct));
        var told = times?.Told(rows.Select((row, at) => (row.Bucket, at))).ToLookup(one => (one.Facet, one.With), one => one.Number);
        var names = facets.All(facet => facet.NamedBy is null) ? null : await NameSets.ReadAsync(source, tenant.Id, [.. rows.Select(row => row.Names).Distinct()], ct);
        FacetKey KeyOf(Facet facet, int at, FacetKey read) => facet.IsOfTime ? new(told![(facet, at)].First(), [], 1)
            : facet.NamedBy is { } column ? new(0, names!.GetValueOrDefault(rows[at].Names)?.Of(column) ?? [], 1) : read;
        var cells = new Dictionary<(string, string), int>();
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            var (first, second) = (ValuesOf(by, KeyOf(by, at, row.First)).ToList(), ValuesOf(across, KeyOf(across, at, row.Second)).ToList());
            foreach (var cell in first.SelectMany(one => second, (one, other) => (one, other))) cells[cell] = cells.GetValueOrDefault(cell) + row.Count;
        }
        return cells;
    }

    private static IEnumerable<string> ValuesOf(Facet facet, FacetKey key) => facet.CountsOf([key]).Where(value => value.Count > 0).Select(value => facet.KeyOf(value.Value)).Distinct();

    private static async Task<List<Row>> ReadAsync(NpgsqlCommand command, Facet[] facets, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct)) rows.Add(new(reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetInt64(1), KeyAt(reader, facets[0], 2), KeyAt(reader, facets[1], 3), reader.GetInt32(4)));
        return rows;
    }

    private static FacetKey KeyAt(NpgsqlDataReader reader, Facet facet, int column) =>
        facet.IsOfNames ? new(0, reader.GetFieldValue<string[]>(column), 1) : new((int)reader.GetInt64(column), [], 1);

    private sealed record Row(long? Bucket, long Names, FacetKey First, FacetKey Second, int Count);
}
