using System.Globalization;

namespace Sovia.Library.Dates;

/// <summary>A month or a day in a time zone.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="Before">The first moment after it, UTC; the last moment of the calendar if there is none.</param>
public sealed record DateSpan(DateTimeOffset From, DateTimeOffset Before)
{
    /// <summary>Parses <c>2025-10</c> or <c>2025-10-18</c>; returns null for anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The time zone; UTC if omitted.</param>
    public static DateSpan? Parse(string? text, TimeZoneInfo? zone = null)
    {
        var calendar = new LocalCalendar(default, zone ?? TimeZoneInfo.Utc);
        if (ParseAs(text, "yyyy-MM") is { } month)
            return new(calendar.GetDayStart(month), calendar.GetDayEnd(GetLastDay(month)) ?? DateTimeOffset.MaxValue);
        return ParseAs(text, "yyyy-MM-dd") is { } day ? new(calendar.GetDayStart(day), calendar.GetDayEnd(day) ?? DateTimeOffset.MaxValue)
            : null;
    }

    private static DateOnly? ParseAs(string? text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateOnly.FromDateTime(date)
        : null;

    private static DateOnly GetLastDay(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
}
