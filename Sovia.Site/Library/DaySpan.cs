using System.Globalization;

namespace Sovia.Library;

/// <summary>A month or a day in UTC.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Before">The first moment after it.</param>
public sealed record DaySpan(DateTimeOffset From, DateTimeOffset Before)
{
    /// <summary>Reads <c>2025-10</c> or <c>2025-10-18</c>; null for anything else.</summary>
    public static DaySpan? Parse(string? text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, Utc, out var month) && month.Year < 9999) return new(month, month.AddMonths(1));
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day) && day.Year < 9999 ? new(day, day.AddDays(1)) : null;
    }
}
