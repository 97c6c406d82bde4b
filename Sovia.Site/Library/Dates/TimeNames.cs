using System.Globalization;

namespace Sovia.Library.Dates;

/// <summary>Parses the names of months, halves of the day and time zones.</summary>
internal static class TimeNames
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // The names defined by RFC 2822, and other unambiguous ones.
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["UT"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["JST"] = 9,
        ["KST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
    };

    /// <summary>Returns the number of a month by its English name or abbreviation; null for any other text.</summary>
    public static int? ParseMonth(ReadOnlySpan<char> name)
    {
        if (name.Length < 3) return null;
        for (var month = 0; month < Months.Length; month++)
            if (Months[month].AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase)) return month + 1;
        return null;
    }

    /// <summary>Converts an hour on a 12-hour clock to a 24-hour clock; returns null if it is invalid.</summary>
    public static int? ToHour24(int hour, ReadOnlySpan<char> half)
    {
        var isAfternoon = half[0] is 'p' or 'P' || half is "下午" or "午後" or "오후";
        return isAfternoon ? hour switch { 12 => 12, < 12 => hour + 12, < 24 => hour, _ => null }
            : hour switch { 12 => 0, < 12 => hour, _ => null };
    }

    /// <summary>
    /// Parses a UTC offset: <c>Z</c>, <c>+02:00</c>, <c>-0330</c>, <c>GMT+2</c>, <c>EST</c>. Returns zero if the text is empty, and null if
    /// the zone is unknown.
    /// </summary>
    public static TimeSpan? ParseOffset(ReadOnlySpan<char> zone)
    {
        if (zone.IsWhiteSpace()) return TimeSpan.Zero;
        var sign = zone.IndexOfAny('+', '-');
        if (sign < 0) return Zones.TryGetValue(zone.Trim().ToString(), out var hours) ? TimeSpan.FromHours(hours) : null;
        var digits = zone[(sign + 1)..].ToString().Replace(":", "", StringComparison.Ordinal);
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var (hour, minute) = digits.Length > 2 ? (number / 100, number % 100) : (number, 0);
        return hour > 14 || minute > 59 ? null : (zone[sign] == '-' ? -1 : 1) * new TimeSpan(hour, minute, 0);
    }
}
