using System.Globalization;
using Npgsql;
using Sovia.Caching;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Query.Facets;

/// <summary>Counts what facets see of a query. What is counted of posts is kept while posts do not change, whatever users decide.</summary>
public sealed class FacetBucketReader(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions, SharedCache cache)
{
    private static readonly FacetBuckets NoDecisions = new([], 0);

    /// <summary>The counts of some facets, by all choices of the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="facets">The facets.</param>
    /// <param name="chosen">Keys of names that are counted however rare they are.</param>
    /// <param name="mostNames">How many names of what users decided are counted, the commonest first.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <param name="kept">How long it is kept; null for as long as there is room for it.</param>
    public async Task<FacetBuckets> ReadAsync(LibraryQuery query, IReadOnlyList<Facet> facets, string[] chosen, int mostNames,
        CancellationToken ct, TimeSpan? kept = null)
    {
        var state = await versions.GetCurrentAsync(tenant.Id, ct);
        var list = (ResolvedQuery.From(query) with { Sort = null }).ForLibrary(state);
        // Others may wait for these when the request is over, so that they take along nothing of it.
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

    // A row that users decided about counts there instead of where its own column, or the default, puts it.
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
