using System.Globalization;
using Sovia.Library.Dates;

namespace Sovia.Query.Metatags;

/// <summary>A year, a month, a day, or a span of days up to today, in the viewer's time zone.</summary>
/// <param name="From">The first moment, UTC.</param>
/// <param name="Before">The first moment after it; null past the end of the calendar.</param>
/// <param name="CanonicalText">The canonical text.</param>
/// <param name="IsRelative">Whether it depends on the current date.</param>
internal sealed record DateExpression(DateTimeOffset From, DateTimeOffset? Before, string CanonicalText, bool IsRelative)
{
    public static DateExpression? Parse(string text, LocalCalendar calendar) =>
        Fixed(text, "yyyy", "yyyy", date => new(date.Year, 12, 31), calendar)
        ?? Fixed(text, "yyyy-M", "yyyy-MM", date => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)), calendar)
        ?? Fixed(text, "yyyy-M-d", "yyyy-MM-dd", date => date, calendar)
        ?? Moving(text.ToLowerInvariant(), calendar);

    private static DateExpression? Fixed(string text, string format, string written, Func<DateOnly, DateOnly> last, LocalCalendar calendar)
    {
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return null;
        var first = DateOnly.FromDateTime(read);
        return new(calendar.GetDayStart(first), calendar.GetDayEnd(last(first)), first.ToString(written, CultureInfo.InvariantCulture),
            false);
    }

    private static DateExpression? Moving(string text, LocalCalendar calendar) => text switch
    {
        "yesterday" => new(calendar.GetDayStart(calendar.Today.AddDays(-1)), calendar.GetDayStart(calendar.Today), text, true),
        "today" => Last(text, "1d", calendar),
        "week" => Last(text, "7d", calendar),
        "month" => Last(text, "1m", calendar),
        "year" => Last(text, "1y", calendar),
        _ => Last(text, text, calendar),
    };

    private static DateExpression? Last(string written, string span, LocalCalendar calendar)
    {
        if (span.Length is < 2 or > 5) return null;
        if (!int.TryParse(span.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) return null;
        var end = calendar.Today.AddDays(1);
        DateOnly? from = span[^1] switch
        {
            'd' => end.AddDays(-count),
            'w' => end.AddDays(-7 * count),
            'm' => end.AddMonths(-count),
            'y' when count < end.Year => end.AddYears(-count),
            _ => null,
        };
        return from is { } start ? new(calendar.GetDayStart(start), calendar.GetDayStart(end), written, true) : null;
    }
}
