namespace Sovia.Query.Facets;

/// <summary>One value of a facet, with its number of results.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">As <see cref="Facet.FormatValue"/> returns it.</param>
/// <param name="Count">The number of items with the value that match all other choices.</param>
public sealed record FacetValue(Facet Facet, string Value, int Count);
