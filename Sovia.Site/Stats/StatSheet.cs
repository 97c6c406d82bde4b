using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>All statistics of a list.</summary>
/// <param name="Totals">Single figures.</param>
/// <param name="Tables">One table for each field with any groups.</param>
/// <param name="Likes">The liked items by month, newest first.</param>
[ImmutableObject(true)]
public sealed record StatSheet(StatFigure[] Totals, StatTable[] Tables, StatTable Likes)
{
    internal long Size => 2_000 + Tables.Append(Likes).Sum(table => table.Size);
}
