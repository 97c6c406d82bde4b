using System.Globalization;

namespace Sovia.Library.Dates;

/// <summary>What months, halves of the day and time zones are called where sources write them out.</summary>
internal static class TimeNames
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // Those that RFC 2822 defines, and others that mean one zone only.
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

    /// <summary>The number of a month by its English name or the beginning of it; null for any other word.</summary>
    public static int? ParseMonth(ReadOnlySpan<char> name)
    {
        if (name.Length < 3) return null;
        for (var month = 0; month < Months.Length; month++)
            if (Months[month].AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase)) return month + 1;
        return null;
    }

    /// <summary>The hour of 24 for one of twelve; null where there is none such.</summary>
    public static int? ToHour24(int hour, ReadOnlySpan<char> half)
    {
        var isLate = half[0] is 'p' or 'P' || half is "下午" or "午後" or "오후";
        return isLate ? hour switch { 12 => 12, < 12 => hour + 12, < 24 => hour, _ => null }
            : hour switch { 12 => 0, < 12 => hour, _ => null };
    }

    /// <summary>
    /// How far a zone is ahead of UTC: <c>Z</c>, <c>+02:00</c>, <c>-0330</c>, <c>GMT+2</c>, <c>EST</c>; zero for none, null for an unknown
    /// one.
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
