using System.ComponentModel;

namespace Sovia.Query.Facets;

/// <summary>The facet buckets of a list, in the form that caches store.</summary>
/// <param name="Buckets">The buckets, by the facet's parameter.</param>
/// <param name="Total">The number of items in the list.</param>
[ImmutableObject(true)]
public sealed record FacetBuckets(Dictionary<string, FacetBucket[]> Buckets, int Total)
{
    /// <summary>The approximate size in memory, in bytes.</summary>
    internal long Size => Buckets.Sum(entry => 100 + entry.Value.Sum(bucket => bucket.Size));
}
