using System.Globalization;

namespace Sovia.Library.Dates;

/// <summary>A month or a day in a time zone.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="Before">The first moment after it, or the last of the calendar.</param>
public sealed record DateSpan(DateTimeOffset From, DateTimeOffset Before)
{
    /// <summary>Parses <c>2025-10</c> or <c>2025-10-18</c>; returns null for anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The time zone; UTC if omitted.</param>
    public static DateSpan? Parse(string? text, TimeZoneInfo? zone = null)
    {
        var calendar = new LocalCalendar(default, zone ?? TimeZoneInfo.Utc);
        if (Read(text, "yyyy-MM") is { } month)
            return new(calendar.GetDayStart(month), calendar.GetDayEnd(LastOf(month)) ?? DateTimeOffset.MaxValue);
        return Read(text, "yyyy-MM-dd") is { } day ? new(calendar.GetDayStart(day), calendar.GetDayEnd(day) ?? DateTimeOffset.MaxValue)
            : null;
    }

    private static DateOnly? Read(string? text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? DateOnly.FromDateTime(read)
        : null;

    private static DateOnly LastOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
}
