using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Stats;

/// <summary>Counts everything about what a query finds.</summary>
public sealed class CountSheet(CountGroups groups, CountTotals totals, CountMatches counts, SumFacts facts, StatsCache cache)
{
    private static readonly Facet Type = Facet.Named("type")!, Liked = Facet.Named("liked")!, Month = Facet.Named("month")!, Model = Facet.Named("model")!;

    /// <summary>All figures.</summary>
    public Task<StatSheet> OfAsync(LibraryQuery query, CancellationToken ct) => cache.GetAsync("stats sheet", query, "", ct => CountAsync(query, ct), sheet => sheet.Size, ct);

    /// <summary>The four figures of 8xSovia: families, videos, liked families, and families by model.</summary>
    public Task<StatSheet> ShortAsync(LibraryQuery query, CancellationToken ct) => cache.GetAsync("stats of everything", query, "", async ct =>
    {
        var (videos, liked, models) = (VideosAsync(query, ct), counts.OfAsync(Listing.Of(query.To(Liked, "true")), ct), groups.EachAsync(query, [Model], ct));
        var (tables, tally) = await models;
        return new StatSheet([Figure("stacks", tally.Total), Figure("videos", await videos), Figure("liked", await liked)], [.. tables], new("", 0, []));
    }, sheet => sheet.Size, ct);

    private async Task<StatSheet> CountAsync(LibraryQuery query, CancellationToken ct)
    {
        var each = groups.EachAsync(query, StatGroups.All, ct);
        var likes = groups.EachAsync(query.To(Liked, "true"), [Month], ct);
        var figures = await totals.OfAsync(query, TallyAsync(each), ct);
        return new(figures, [.. (await each).Tables], (await likes).Tables is [var months] ? months : new(Month.GroupName, 0, []));
    }

    // Those of all families are all there are, and families are fewer.
    private async Task<long> VideosAsync(LibraryQuery query, CancellationToken ct) => query is { IsWhole: true, Unit: Unit.Family } ? (await facts.OfAsync(query, ct)).Videos
        : await counts.OfAsync(Listing.Of(query.WithUnit(Unit.Post).To(Type, "video")), ct);

    private static async Task<FacetTally> TallyAsync(Task<(IReadOnlyList<StatTable> Tables, FacetTally Tally)> each) => (await each).Tally;

    private static StatFigure Figure(string name, long count) => new(name, name, count, null);
}
