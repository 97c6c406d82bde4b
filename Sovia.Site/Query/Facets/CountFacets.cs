using Sovia.Query.Language;
using Sovia.Text;

namespace Sovia.Query.Facets;

/// <summary>Counts the facets that the filter panel offers. A facet's own choice does not filter its counts.</summary>
public sealed class CountFacets(FacetBucketReader bucketReader)
{
    // Limits names so that a library where each family has its own tags does not slow down the panel.
    private const int MaxNames = 300;

    /// <summary>Counts all facets: one pass for the query, and one for each facet that has a choice.</summary>
    public async Task<FacetCounts> CountAsync(LibraryQuery query, CancellationToken ct)
    {
        var queryBuckets = await bucketReader.ReadAsync(query, Facet.Offered, [], MaxNames, ct);
        var bucketsByFacet = Facet.Offered.ToDictionary(facet => facet, _ => queryBuckets);
        foreach (var choice in query.Choices.Where(choice => choice.Facet.IsOffered))
            bucketsByFacet[choice.Facet] =
                await bucketReader.ReadAsync(query.Without(choice.Facet), Facet.Offered, GetKeys(choice), MaxNames, ct);
        return FacetCounts.Compute(query, bucketsByFacet, queryBuckets);
    }

    // Returns the keys of chosen names, because they must be counted even if they are not among the most common.
    private static string[] GetKeys(FacetChoice choice) => choice.Facet.AnnotationSql?.NamesSql is null ? []
        : [.. choice.Included.Concat(choice.Excluded).Select(value => TagText.ToKey(ValueItem.ParseItem(value, 0, _ => false).Text))];
}
