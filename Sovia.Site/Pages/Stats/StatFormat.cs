using System.Globalization;

namespace Sovia.Pages.Stats;

/// <summary>Formats statistics for display.</summary>
public static class StatFormat
{
    /// <summary>Formats a share of the total.</summary>
    public static string FormatShare(double share) =>
        share is > 0 and < 0.001 ? "< 0.1%" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    /// <summary>Formats a duration in its two largest units.</summary>
    /// <param name="millis">Milliseconds.</param>
    public static string FormatDuration(long millis)
    {
        var seconds = (long)Math.Round(millis / 1000.0);
        var (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
        return (days, hours, minutes) switch
        {
            ( > 0, _, _) => string.Create(CultureInfo.InvariantCulture, $"{days:N0} d {hours} h"),
            (_, > 0, _) => $"{hours} h {minutes} min",
            (_, _, > 0) => $"{minutes} min {seconds % 60} s",
            _ => $"{seconds} s",
        };
    }
}
