using System.Globalization;

namespace Sovia.Library.Language;

/// <summary>A year, a month, a day or a stretch of days up to today, in UTC.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Before">The first moment after it; null past the end of the calendar.</param>
/// <param name="Written">How it is best written.</param>
/// <param name="Moves">Whether it is another one tomorrow.</param>
internal sealed record DateUnit(DateTimeOffset From, DateTimeOffset? Before, string Written, bool Moves)
{
    public static DateUnit? Of(string text, DateTimeOffset now) => Fixed(text, "yyyy", "yyyy", date => date.AddYears(1))
        ?? Fixed(text, "yyyy-M", "yyyy-MM", date => date.AddMonths(1))
        ?? Fixed(text, "yyyy-M-d", "yyyy-MM-dd", date => date.AddDays(1))
        ?? Moving(text.ToLowerInvariant(), new(now.UtcDateTime.Date, TimeSpan.Zero));

    private static DateUnit? Fixed(string text, string format, string written, Func<DateTimeOffset, DateTimeOffset> next)
    {
        if (!DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from)) return null;
        // The calendar ends with 9999.
        return new(from, from.Year == 9999 ? null : next(from), from.ToString(written, CultureInfo.InvariantCulture), false);
    }

    private static DateUnit? Moving(string text, DateTimeOffset today) => text switch
    {
        "yesterday" => new(today.AddDays(-1), today, text, true),
        "today" => Last(text, "1d", today.AddDays(1)),
        "week" => Last(text, "7d", today.AddDays(1)),
        "month" => Last(text, "1m", today.AddDays(1)),
        "year" => Last(text, "1y", today.AddDays(1)),
        _ => Last(text, text, today.AddDays(1)),
    };

    private static DateUnit? Last(string written, string span, DateTimeOffset end)
    {
        if (span.Length is < 2 or > 5) return null;
        if (!int.TryParse(span.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) return null;
        DateTimeOffset? from = span[^1] switch
        {
            'd' => end.AddDays(-count),
            'w' => end.AddDays(-7 * count),
            'm' => end.AddMonths(-count),
            'y' when count < end.Year => end.AddYears(-count),
            _ => null,
        };
        return from is { } start ? new(start, end, written, true) : null;
    }
}
