using System.Globalization;

namespace Sovia.Similarity;

/// <summary>Describes the difference between two creation times.</summary>
public static class TimeDifferenceText
{
    private static readonly (string Unit, double Microseconds)[] Units =
        [("day", 86_400e6), ("hour", 3_600e6), ("minute", 60e6), ("second", 1e6)];

    /// <summary>Describes a difference in words, such as <c>made 3 hours earlier</c>.</summary>
    /// <param name="older">By how many microseconds the item is older; negative if it is newer.</param>
    public static string Describe(long older)
    {
        foreach (var (unit, microseconds) in Units)
            if (Math.Floor(Math.Abs(older) / microseconds) is >= 1 and var count)
                return string.Create(CultureInfo.InvariantCulture,
                    $"made {count:N0} {unit}{(count == 1 ? "" : "s")} {(older > 0 ? "earlier" : "later")}");
        return "made at the same time";
    }
}
