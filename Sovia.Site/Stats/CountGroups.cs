using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Groups the matches of a query by fields and counts them.</summary>
public sealed class CountGroups(FacetBucketReader bucketReader, CountMatches counts, ReadContributingRuns runs, ReadMostUsedPrompts prompts,
    CountCrossTab crossTab, StatsCache cache)
{
    // Longer tables are unreadable, and each value costs memory.
    internal const int MaxNames = 20_000;

    private const int MaxPairs = 2_000;

    /// <summary>Counts the groups of one field, or of two: for each group of the first, the groups of the second.</summary>
    public Task<StatTable> CountAsync(LibraryQuery query, Facet by, Facet? across, CancellationToken ct) => cache.GetAsync(
        "stats by", query, $"{by.Parameter},{across?.Parameter}", ct => across is null ? CountOneAsync(query, by, ct)
        : CountBothAsync(query, by, across, ct), table => table.Size, ct);

    /// <summary>Counts the groups of several fields independently. Omits fields without groups.</summary>
    internal async Task<(IReadOnlyList<StatTable> Tables, FacetBuckets Tally)> CountEachAsync(LibraryQuery query,
        IReadOnlyList<Facet> fields, CancellationToken ct)
    {
        var tally = await bucketReader.ReadAsync(query, [.. fields.Where(facet => !facet.CountsValuesSeparately)], [], MaxNames, ct,
            StatsCache.Lifetime);
        var tables = new List<StatTable>();
        foreach (var facet in fields)
            tables.Add(facet.CountsValuesSeparately ? await CountValuesAsync(query, facet, tally.Total, ct) : ToTable(query, facet, tally));
        return (tables.FindAll(table => table.Groups.Length > 0), tally);
    }

    private async Task<StatTable> CountOneAsync(LibraryQuery query, Facet by, CancellationToken ct) =>
        by.CountsValuesSeparately ? await CountValuesAsync(query, by, await counts.CountAsync(ResolvedQuery.From(query), ct), ct)
        : ToTable(query, by, await bucketReader.ReadAsync(query, [by], [], MaxNames, ct, StatsCache.Lifetime));

    private async Task<StatTable> CountBothAsync(LibraryQuery query, Facet by, Facet across, CancellationToken ct)
    {
        if (by.CountsValuesSeparately || across.CountsValuesSeparately)
            return await CountPairsAsync(query, await CountOneAsync(query, by, ct), by, await CountOneAsync(query, across, ct), across, ct);
        var (bucketsTask, cellsTask) =
            (bucketReader.ReadAsync(query, [by, .. by == across ? [] : (Facet[])[across]], [], MaxNames, ct, StatsCache.Lifetime),
                crossTab.CountAsync(query, by, across, ct));
        var (tally, cells) = (await bucketsTask, await cellsTask);
        var (rows, columns) = (ToTable(query, by, tally), ToTable(query, across, tally));
        return rows with
        {
            Columns = columns.Groups,
            Groups = [.. rows.Groups.Select(row => row with
            {
                Groups =
                [.. columns.Groups
                    .Select(column =>
                        (column, Count: cells.GetValueOrDefault((by.NormalizeValue(row.Value), across.NormalizeValue(column.Value)))))
                        .Where(cell => cell.Count > 0)
                    .Select(cell => cell.column with { Count = cell.Count, Query = query.NarrowTo(by, row.Value)
                        .NarrowTo(across, cell.column.Value).ToQueryString() })],
            })],
        };
    }

    // Counts each group of the first field separately, because a field such as collections has few values but needs a query for each.
    private async Task<StatTable> CountPairsAsync(LibraryQuery query, StatTable rows, Facet by, StatTable columns, Facet across,
        CancellationToken ct)
    {
        // Each row takes a separate query, and for two such fields each pair.
        if (rows.Groups.Length * (across.CountsValuesSeparately ? columns.Groups.Length : 1) > MaxPairs)
            throw new SearchTimeoutException(new TimeoutException("So many pairs are not counted."));
        var groups = new List<StatGroup>();
        foreach (var row in rows.Groups)
            groups.Add(row with { Groups = (await CountOneAsync(query.NarrowTo(by, row.Value), across, ct)).Groups });
        return rows with { Columns = columns.Groups, Groups = [.. groups] };
    }

    private static StatTable ToTable(LibraryQuery query, Facet by, FacetBuckets tally)
    {
        var groups = by.GetCounts(tally.Buckets.GetValueOrDefault(by.Parameter) ?? []).Where(group => group.Count > 0);
        if (!by.IsOrdered) groups = groups.OrderByDescending(group => group.Count);
        return new(by.GroupName, tally.Total,
            [.. groups.Select(group => new StatGroup(group.Value, by.GetLabel(group.Value), group.Count, query.NarrowTo(by, group.Value)
                .ToQueryString()))]);
    }

    private async Task<StatTable> CountValuesAsync(LibraryQuery query, Facet by, int total, CancellationToken ct)
    {
        var groups = new List<StatGroup>();
        foreach (var (value, label) in await GetValuesAsync(by, ct))
        {
            var valueQuery = query.NarrowTo(by, value);
            if (await counts.CountAsync(ResolvedQuery.From(valueQuery), ct) is > 0 and var count)
                groups.Add(new(value, label, count, valueQuery.ToQueryString()));
        }
        // Collections keep their own order, and imports are sorted newest first.
        return new(by.GroupName, total, by.Parameter == "prompts" ? [.. groups.OrderByDescending(group => group.Count)] : [.. groups]);
    }

    private async Task<IEnumerable<(string Value, string Label)>> GetValuesAsync(Facet by, CancellationToken ct)
    {
        if (!by.ReferencesCollections) return by.Parameter == "import" ? await runs.ReadAsync(ct) : await prompts.ReadAsync(ct);
        var values = NamedCollections.Current.Paths.Select(path => by.FormatValue(path)).ToList();
        return values.Count == 0 ? [] : values.Append(by.FormatValue(null)).Select(value => (value, by.GetLabel(value)));
    }
}
