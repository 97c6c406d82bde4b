using System.Globalization;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Query.Facets;

/// <summary>
/// Reads the facet buckets of a query. Counts of posts are cached until posts change, independently of annotations.
/// </summary>
public sealed class FacetBucketReader(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    private static readonly FacetBuckets NoAnnotationBuckets = new([], 0);

    /// <summary>Returns the buckets of some facets, filtered by all choices of the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facets">The facets.</param>
    /// <param name="chosen">Keys of names to count even if they are rare.</param>
    /// <param name="mostNames">The maximum number of annotation names to count, the most common first.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="lifetime">How long to cache the result; null to cache it without expiry.</param>
    public async Task<FacetBuckets> ReadAsync(LibraryQuery query, IReadOnlyList<Facet> facets, string[] chosen, int mostNames,
        CancellationToken ct, TimeSpan? lifetime = null)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var list = (ResolvedQuery.From(query) with { Sort = null }).ForLibrary(state);
        // The computation is shared and can outlive this request, so it must not capture any state of the request.
        var counter = new FacetCounter(source, list, tenant.Id, facets, mostNames);
        var key = $"{list.FilterKey}\n{query.Zone.Id}\n{string.Join(',', facets.Select(facet => facet.Parameter))}";
        var indexBuckets = cache.GetOrCreateAsync("facets", tenant.Id, list.GetStamp(state), key,
            ct => counter.CountIndexRowsAsync(query.Zone, ct), buckets => buckets.Size, ct, lifetime).AsTask();
        var hasAnnotations = state.StateStamp.Length > 0 && facets.Any(facet => facet.AnnotationSql is not null);
        // Both counts run at the same time.
        var annotationBuckets = !hasAnnotations ? Task.FromResult(NoAnnotationBuckets)
            : cache.GetOrCreateAsync("decided facets", tenant.Id, state.CombinedStamp,
                string.Create(CultureInfo.InvariantCulture, $"{key}\n{mostNames}\n{string.Join('\n', chosen)}"),
                ct => counter.CountAnnotationsAsync(chosen, ct), buckets => buckets.Size, ct, lifetime).AsTask();
        await Task.WhenAll(indexBuckets, annotationBuckets);
        return MergeAnnotations(facets, await indexBuckets, await annotationBuckets);
    }

    // An annotated row counts under its annotation's value instead of the value of its column or the default.
    private static FacetBuckets MergeAnnotations(IEnumerable<Facet> facets, FacetBuckets indexBuckets, FacetBuckets annotationBuckets)
    {
        var merged = new Dictionary<string, FacetBucket[]>(indexBuckets.Buckets);
        foreach (var facet in facets.Where(facet => facet.AnnotationSql is not null))
        {
            var combined = GetIndexBuckets(facet, indexBuckets).Concat(annotationBuckets.Buckets.GetValueOrDefault(facet.Parameter) ?? []);
            merged[facet.Parameter] = facet.IsNameBased ? [.. combined]
                : [.. combined.GroupBy(key => key.Number, (number, group) => new FacetBucket(number, [], group.Sum(key => key.Count)))
                    .Where(key => key.Count > 0)];
        }
        return new(merged, indexBuckets.Total);
    }

    private static FacetBucket[] GetIndexBuckets(Facet facet, FacetBuckets indexBuckets) =>
        indexBuckets.Buckets.TryGetValue(facet.Parameter, out var buckets) ? buckets
        : indexBuckets.Total == 0 ? []
        : [new(int.Parse(facet.AnnotationSql!.ReplacedValueSql, CultureInfo.InvariantCulture), [], indexBuckets.Total)];
}
