using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>One number about a list.</summary>
/// <param name="Name">What is counted, <c>liked</c>.</param>
/// <param name="Label">The same for people.</param>
/// <param name="Count">The number: items, milliseconds of <c>duration</c>, bytes of <c>bytes</c>.</param>
/// <param name="Query">The query, as an address writes it, that lists exactly what is counted; null for what is no number of items.</param>
[ImmutableObject(true)]
public sealed record StatFigure(string Name, string Label, long Count, string? Query);
