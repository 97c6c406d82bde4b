using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>All figures about a list.</summary>
/// <param name="Totals">Single numbers.</param>
/// <param name="Tables">A table for each field that groups it into anything.</param>
/// <param name="Likes">What of it is liked, by month, the newest first.</param>
[ImmutableObject(true)]
public sealed record StatSheet(StatFigure[] Totals, StatTable[] Tables, StatTable Likes)
{
    internal long Size => 2_000 + Tables.Append(Likes).Sum(table => table.Size);
}
