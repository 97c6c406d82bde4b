using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>The items of a list that have one value.</summary>
/// <param name="Value">The value in URLs.</param>
/// <param name="Label">The value shown to people.</param>
/// <param name="Count">The number of items.</param>
/// <param name="Query">The query string that lists exactly these items.</param>
[ImmutableObject(true)]
public sealed record StatGroup(string Value, string Label, int Count, string Query)
{
    /// <summary>This group's items, grouped by the second field; empty if there is no second field.</summary>
    public StatGroup[] Groups { get; init; } = [];

    internal long Size => 200 + (2L * (Value.Length + Label.Length + Query.Length)) + Groups.Sum(group => group.Size);
}
