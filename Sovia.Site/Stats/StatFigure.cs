using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>A single figure about a list.</summary>
/// <param name="Name">The figure's name, such as <c>liked</c>.</param>
/// <param name="Label">The name shown to people.</param>
/// <param name="Count">The number: items, milliseconds for <c>duration</c>, bytes for <c>bytes</c>.</param>
/// <param name="Query">The query string that lists exactly the counted items; null if the figure is not a number of items.</param>
[ImmutableObject(true)]
public sealed record StatFigure(string Name, string Label, long Count, string? Query);
