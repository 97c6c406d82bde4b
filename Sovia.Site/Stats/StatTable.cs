using System.ComponentModel;

namespace Sovia.Stats;

/// <summary>A list sorted into groups.</summary>
/// <param name="By">The name of the field.</param>
/// <param name="Total">How many items the list has. An item may have several values, or none.</param>
/// <param name="Groups">Those that occur, in the order of the field.</param>
[ImmutableObject(true)]
public sealed record StatTable(string By, int Total, StatGroup[] Groups)
{
    /// <summary>Of a table that crosses two fields, the groups of the second by themselves.</summary>
    public StatGroup[] Columns { get; init; } = [];

    /// <summary>The part that so many are of the list, 0 to 1.</summary>
    public double GetShare(int count) => Total == 0 ? 0 : Math.Round((double)count / Total, 4);

    internal long Size => 100 + Groups.Concat(Columns).Sum(group => group.Size);
}
