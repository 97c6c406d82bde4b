namespace Sovia.Library.Dates;

/// <summary>
/// Converts days and months of a time zone to UTC, including days of 23 and 25 hours when clocks change, and half-hour offsets.
/// </summary>
/// <param name="Now">The current time, for <see cref="Today"/>.</param>
/// <param name="Zone">The time zone.</param>
public sealed record LocalCalendar(DateTimeOffset Now, TimeZoneInfo Zone)
{
    // Larger than the UTC offset of any zone.
    private static readonly long MaxOffset = TimeSpan.FromHours(15).Ticks;

    /// <summary>The current date in the zone.</summary>
    public DateOnly Today => GetDay(Now);

    /// <summary>Returns the date in the zone at a time.</summary>
    public DateOnly GetDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>
    /// Returns the first moment of a day, UTC. A day whose midnight is skipped starts when the clocks jump. A day that was skipped
    /// altogether, as when a country moved across the date line, is empty. The first day of the calendar starts with the calendar in every
    /// zone.
    /// </summary>
    public DateTimeOffset GetDayStart(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue).Ticks;
        if (day == DateOnly.MinValue || ReferenceEquals(Zone, TimeZoneInfo.Utc)) return new(midnight, TimeSpan.Zero);
        var (offsetBefore, offsetAfter) = (GetOffset(midnight - MaxOffset), GetOffset(midnight + MaxOffset));
        // Uses the offset before midnight; if clocks were set back past midnight, that is the first of two midnights.
        if (GetOffset(midnight - offsetBefore) == offsetBefore) return ToTime(midnight - offsetBefore);
        if (GetOffset(midnight - offsetAfter) == offsetAfter) return ToTime(midnight - offsetAfter);
        return ToTime(FindJump(midnight - offsetAfter, midnight - offsetBefore, offsetBefore));
    }

    /// <summary>Returns the first moment after a day; null past the end of the calendar.</summary>
    public DateTimeOffset? GetDayEnd(DateOnly day) => day == DateOnly.MaxValue ? null : GetDayStart(day.AddDays(1));

    private long FindJump(long low, long high, long offsetBefore)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (GetOffset(middle) == offsetBefore) low = middle;
            else high = middle;
        }
        return high;
    }

    private long GetOffset(long ticks) => Zone.GetUtcOffset(ToTime(ticks)).Ticks;

    private static DateTimeOffset ToTime(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
