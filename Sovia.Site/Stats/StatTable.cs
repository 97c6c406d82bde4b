using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>A list, grouped by a field.</summary>
/// <param name="By">The name of the field.</param>
/// <param name="Total">The number of items in the list. An item may have several values, or none.</param>
/// <param name="Groups">The groups that occur, in the field's order.</param>
[ImmutableObject(true)]
public sealed record StatTable(string By, int Total, StatGroup[] Groups)
{
    /// <summary>In a table of two fields, the groups of the second field over the whole list.</summary>
    public StatGroup[] Columns { get; init; } = [];

    /// <summary>Returns the share of a count in the list, 0 to 1.</summary>
    public double GetShare(int count) => Total == 0 ? 0 : Math.Round((double)count / Total, 4);

    internal long Size => 100 + Groups.Concat(Columns).Sum(group => group.Size);
}
