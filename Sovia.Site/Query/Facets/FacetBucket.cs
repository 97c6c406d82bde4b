using System.ComponentModel;

namespace Sovia.Query.Facets;

/// <summary>How many items of a list look the same to a facet.</summary>
/// <param name="Number">What its column says, where that is a number or a flag.</param>
/// <param name="Texts">What its column says, where that is names.</param>
/// <param name="Count">How many items.</param>
[ImmutableObject(true)]
public sealed record FacetBucket(int Number, string[] Texts, int Count)
{
    /// <summary>About how many bytes it takes in memory.</summary>
    internal long Size => 64 + Texts.Sum(text => 32L + (2 * text.Length));
}
