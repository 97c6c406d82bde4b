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
    private static readonly FacetBuckets NoDecisions = new([], 0);

    /// <summary>Returns the buckets of some facets, filtered by all choices of the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facets">The facets.</param>
    /// <param name="chosen">Keys of names that are counted however rare they are.</param>
    /// <param name="mostNames">The maximum number of annotation names to count, the most common first.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <param name="kept">How long to cache the result; null to cache it without expiry.</param>
    public async Task<FacetBuckets> ReadAsync(LibraryQuery query, IReadOnlyList<Facet> facets, string[] chosen, int mostNames,
        CancellationToken ct, TimeSpan? kept = null)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var list = (ResolvedQuery.From(query) with { Sort = null }).ForLibrary(state);
        // The computation is shared and can outlive this request, so it must not capture anything of it.
        var counting = new FacetCounter(source, list, tenant.Id, facets, mostNames);
        var key = $"{list.FilterKey}\n{query.Zone.Id}\n{string.Join(',', facets.Select(facet => facet.Parameter))}";
        var content = await cache.GetOrCreateAsync("facets", tenant.Id, list.GetStamp(state), key,
            ct => counting.CountIndexRowsAsync(query.Zone, ct), tally => tally.Size, ct, kept);
        if (state.StateStamp.Length == 0 || facets.All(facet => facet.AnnotationSql is null))
            return WithDecisions(facets, content, NoDecisions);
        var decided = await cache.GetOrCreateAsync("decided facets", tenant.Id, state.CombinedStamp,
            string.Create(CultureInfo.InvariantCulture, $"{key}\n{mostNames}\n{string.Join('\n', chosen)}"),
            ct => counting.CountAnnotationsAsync(chosen, ct), tally => tally.Size, ct, kept);
        return WithDecisions(facets, content, decided);
    }

    // An annotated row counts under its annotation's value instead of the value of its column or the default.
    private static FacetBuckets WithDecisions(IEnumerable<Facet> facets, FacetBuckets content, FacetBuckets decided)
    {
        var keys = new Dictionary<string, FacetBucket[]>(content.Buckets);
        foreach (var facet in facets.Where(facet => facet.AnnotationSql is not null))
        {
            var both = Before(facet, content).Concat(decided.Buckets.GetValueOrDefault(facet.Parameter) ?? []);
            keys[facet.Parameter] = facet.IsNameBased ? [.. both]
                : [.. both.GroupBy(key => key.Number, (number, same) => new FacetBucket(number, [], same.Sum(key => key.Count)))
                    .Where(key => key.Count > 0)];
        }
        return new(keys, content.Total);
    }

    private static FacetBucket[] Before(Facet facet, FacetBuckets content) =>
        content.Buckets.TryGetValue(facet.Parameter, out var keys) ? keys
        : content.Total == 0 ? []
        : [new(int.Parse(facet.AnnotationSql!.ReplacedValueSql, CultureInfo.InvariantCulture), [], content.Total)];
}
