using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Computes the totals of a query's matches.</summary>
public sealed class CountTotals(SumItems summing, CurrentTenant tenant, LibraryStateCache versions, FacetBucketReader bucketReader,
    CountMatches counts)
{
    private static readonly Facet Type = Facet.Find("type")!, Liked = Facet.Find("liked")!, Rating = Facet.Find("rating")!,
        Tag = Facet.Find("tag")!, Files = Facet.Find("bytes")!;

    /// <summary>The fields whose groups the totals are computed from.</summary>
    internal static IReadOnlyList<Facet> RequiredFacets => [Liked, Rating, Tag, Files];

    /// <summary>Computes the totals. Images and videos are always counted as single items, whatever the query's unit.</summary>
    /// <param name="query">The query.</param>
    /// <param name="requiredBuckets">The query's buckets of <see cref="RequiredFacets"/>.</param>
    /// <param name="ct">Cancels the computation.</param>
    internal async Task<StatFigure[]> CountAsync(LibraryQuery query, Task<FacetBuckets> requiredBuckets, CancellationToken ct)
    {
        var (sums, items) = (summing.SumAsync(query, ct), query.WithUnit(ListUnit.Post));
        var stacks = query.Unit == ListUnit.Family ? null : counts.CountAsync(ResolvedQuery.From(query.WithUnit(ListUnit.Family)), ct);
        var byType = query.IsUnfiltered && query.Unit == ListUnit.Family ? null
            : await bucketReader.ReadAsync(items, [Type], [], 0, ct, StatsCache.Lifetime);
        var (sum, buckets, figures) = (await sums, await requiredBuckets, new List<StatFigure>());
        int GetCount(Facet facet, string value) =>
            facet.GetCounts(buckets.Buckets[facet.Parameter]).FirstOrDefault(entry => entry.Value == value).Count;
        int GetTypeCount(string value, long fallback) =>
            byType is null ? (int)fallback : Type.GetCounts(byType.Buckets[Type.Parameter]).First(entry => entry.Value == value).Count;
        void Add(string name, string label, long count, LibraryQuery? figureQuery) =>
            figures.Add(new(name, label, count, figureQuery?.ToQueryString()));

        if (items.WithUnit(ListUnit.Family).Unit == ListUnit.Family)
            Add("stacks", "Stacks", stacks is null ? buckets.Total : await stacks, query.WithUnit(ListUnit.Family));
        Add("items", "Items", byType?.Total ?? (await versions.GetCurrentAsync(tenant.Id, ct)).Posts, items);
        Add("images", "Images", GetTypeCount("image", sum.Images), items.NarrowTo(Type, "image"));
        Add("videos", "Videos", GetTypeCount("video", sum.Videos), items.NarrowTo(Type, "video"));
        Add("liked", "Liked", GetCount(Liked, "true"), query.NarrowTo(Liked, "true"));
        Add("rated", "Rated", buckets.Total - GetCount(Rating, "none"), query.AndSearch("is:rated"));
        Add("tagged", "Tagged", buckets.Total - GetCount(Tag, "none"), query.AndSearch("is:tagged"));
        Add("missing", "Missing files", GetCount(Files, "missing"), query.NarrowTo(Files, "missing"));
        Add("duration", "Total duration", sum.Millis, null);
        Add("bytes", "Disk space used", sum.Bytes, null);
        return [.. figures];
    }
}
