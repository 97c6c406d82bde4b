using System.Globalization;
using Sovia.Library.Dates;

namespace Sovia.Query.Metatags;

/// <summary>A year, a month, a day, or a span of days up to today, in the viewer's time zone.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="Before">The first moment after the span; null past the end of the calendar.</param>
/// <param name="CanonicalText">The canonical text.</param>
/// <param name="IsRelative">Whether it depends on the current date.</param>
internal sealed record DateExpression(DateTimeOffset From, DateTimeOffset? Before, string CanonicalText, bool IsRelative)
{
    public static DateExpression? Parse(string text, LocalCalendar calendar) =>
        TryFixed(text, "yyyy", "yyyy", date => new(date.Year, 12, 31), calendar)
        ?? TryFixed(text, "yyyy-M", "yyyy-MM", date => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)), calendar)
        ?? TryFixed(text, "yyyy-M-d", "yyyy-MM-dd", date => date, calendar)
        ?? TryRelative(text.ToLowerInvariant(), calendar);

    private static DateExpression? TryFixed(string text, string format, string output, Func<DateOnly, DateOnly> end, LocalCalendar calendar)
    {
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        var first = DateOnly.FromDateTime(date);
        return new(calendar.GetDayStart(first), calendar.GetDayEnd(end(first)), first.ToString(output, CultureInfo.InvariantCulture),
            false);
    }

    private static DateExpression? TryRelative(string text, LocalCalendar calendar) => text switch
    {
        "yesterday" => new(calendar.GetDayStart(calendar.Today.AddDays(-1)), calendar.GetDayStart(calendar.Today), text, true),
        "today" => TryPeriod(text, "1d", calendar),
        "week" => TryPeriod(text, "7d", calendar),
        "month" => TryPeriod(text, "1m", calendar),
        "year" => TryPeriod(text, "1y", calendar),
        _ => TryPeriod(text, text, calendar),
    };

    private static DateExpression? TryPeriod(string canonicalText, string period, LocalCalendar calendar)
    {
        if (period.Length is < 2 or > 5) return null;
        if (!int.TryParse(period.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) return null;
        var end = calendar.Today.AddDays(1);
        DateOnly? from = period[^1] switch
        {
            'd' => end.AddDays(-count),
            'w' => end.AddDays(-7 * count),
            'm' => end.AddMonths(-count),
            'y' when count < end.Year => end.AddYears(-count),
            _ => null,
        };
        return from is { } start ? new(calendar.GetDayStart(start), calendar.GetDayStart(end), canonicalText, true) : null;
    }
}
