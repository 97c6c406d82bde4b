namespace Sovia.Query.Facets;

/// <summary>One value of a facet with how many items it would leave.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">As <see cref="Facet.FormatValue"/> gives it.</param>
/// <param name="Count">Items that have it among those that every other choice leaves.</param>
public sealed record FacetValue(Facet Facet, string Value, int Count);
