using System.ComponentModel;

namespace Sovia.Query.Facets;

/// <summary>The number of items in a list that share one value of a facet's column.</summary>
/// <param name="Number">The column's value if it is a number or a flag.</param>
/// <param name="Texts">The column's value if it is names.</param>
/// <param name="Count">The number of items.</param>
[ImmutableObject(true)]
public sealed record FacetBucket(int Number, string[] Texts, int Count)
{
    /// <summary>The approximate size in memory, in bytes.</summary>
    internal long Size => 64 + Texts.Sum(text => 32L + (2 * text.Length));
}
