using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Computes all statistics of a query's matches.</summary>
public sealed class CountStatSheet(CountGroups groups, CountTotals totals, CountMatches counts, SumItems summing, StatsCache cache)
{
    private static readonly Facet Type = Facet.Find("type")!, Liked = Facet.Find("liked")!, Month = Facet.Find("month")!,
        Model = Facet.Find("model")!;

    /// <summary>Returns all statistics.</summary>
    public Task<StatSheet> GetSheetAsync(LibraryQuery query, CancellationToken ct) =>
        cache.GetAsync("stats sheet", query, "", ct => CountAsync(query, ct), sheet => sheet.Size, ct);

    /// <summary>Returns the four figures of 8xSovia: families, videos, liked families, and families by model.</summary>
    public Task<StatSheet> GetSummaryAsync(LibraryQuery query, CancellationToken ct) =>
        cache.GetAsync("stats of everything", query, "", async ct =>
    {
        var (videos, liked, models) = (GetVideosAsync(query, ct), counts.CountAsync(ResolvedQuery.From(query.NarrowTo(Liked, "true")), ct),
            groups.CountEachAsync(query, [Model], ct));
        var (tables, buckets) = await models;
        return new StatSheet([Figure("stacks", buckets.Total), Figure("videos", await videos), Figure("liked", await liked)], [.. tables],
            new("", 0, []));
    }, sheet => sheet.Size, ct);

    private async Task<StatSheet> CountAsync(LibraryQuery query, CancellationToken ct)
    {
        var tables = groups.CountEachAsync(query, GroupableFacets.All, ct);
        var likes = groups.CountEachAsync(query.NarrowTo(Liked, "true"), [Month], ct);
        var figures = await totals.CountAsync(query, GetBucketsAsync(tables), ct);
        return new(figures, [.. (await tables).Tables], (await likes).Tables is [var months] ? months : new(Month.GroupName, 0, []));
    }

    // Without a filter the families contain all videos, and there are fewer family rows to sum than video rows to count.
    private async Task<long> GetVideosAsync(LibraryQuery query, CancellationToken ct) =>
        query is { IsUnfiltered: true, Unit: ListUnit.Family } ? (await summing.SumAsync(query, ct)).Videos
        : await counts.CountAsync(ResolvedQuery.From(query.WithUnit(ListUnit.Post).NarrowTo(Type, "video")), ct);

    private static async Task<FacetBuckets> GetBucketsAsync(Task<(IReadOnlyList<StatTable> Tables, FacetBuckets Tally)> tables) =>
        (await tables).Tally;

    private static StatFigure Figure(string name, long count) => new(name, name, count, null);
}
