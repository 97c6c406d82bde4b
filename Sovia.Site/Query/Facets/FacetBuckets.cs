using System.ComponentModel;

namespace Sovia.Query.Facets;

/// <summary>What facets see of a list, in the one form that caches keep.</summary>
/// <param name="Buckets">By the facet's parameter.</param>
/// <param name="Total">How many items the list has.</param>
[ImmutableObject(true)]
public sealed record FacetBuckets(Dictionary<string, FacetBucket[]> Buckets, int Total)
{
    /// <summary>About how many bytes it takes in memory.</summary>
    internal long Size => Buckets.Sum(facet => 100 + facet.Value.Sum(key => key.Size));
}
