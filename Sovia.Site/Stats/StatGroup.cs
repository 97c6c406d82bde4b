using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>What of a list has one value.</summary>
/// <param name="Value">The value as addresses write it.</param>
/// <param name="Label">The value for people.</param>
/// <param name="Count">How many items have it.</param>
/// <param name="Query">The query, as an address writes it, that lists exactly these.</param>
[ImmutableObject(true)]
public sealed record StatGroup(string Value, string Label, int Count, string Query)
{
    /// <summary>What of these has one value of a second field; empty where none was asked for.</summary>
    public StatGroup[] Groups { get; init; } = [];

    internal long Size => 200 + (2L * (Value.Length + Label.Length + Query.Length)) + Groups.Sum(group => group.Size);
}
