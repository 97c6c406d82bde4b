namespace Sovia.Library.Dates;

/// <summary>
/// The days and months of a time zone as spans of UTC: days of 23 and 25 hours where clocks are changed, and offsets of half hours.
/// </summary>
/// <param name="Now">What <see cref="Today"/> is told from.</param>
/// <param name="Zone">The zone.</param>
public sealed record LocalCalendar(DateTimeOffset Now, TimeZoneInfo Zone)
{
    // More than any zone is away from UTC.
    private static readonly long Far = TimeSpan.FromHours(15).Ticks;

    /// <summary>The day that it is there now.</summary>
    public DateOnly Today => GetDay(Now);

    /// <summary>The day that it is there at a time.</summary>
    public DateOnly GetDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>
    /// The first moment of a day, UTC. A day whose midnight is passed over begins where the clocks jump to; one that a country left out
    /// altogether, as on the way over the date line, is empty. The first day of the calendar begins with it in every zone.
    /// </summary>
    public DateTimeOffset GetDayStart(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue).Ticks;
        if (day == DateOnly.MinValue || ReferenceEquals(Zone, TimeZoneInfo.Utc)) return new(midnight, TimeSpan.Zero);
        var (before, after) = (OffsetAt(midnight - Far), OffsetAt(midnight + Far));
        // By the offset that holds before it; where clocks were put back past midnight, that is the first of two.
        if (OffsetAt(midnight - before) == before) return At(midnight - before);
        if (OffsetAt(midnight - after) == after) return At(midnight - after);
        return At(JumpBetween(midnight - after, midnight - before, before));
    }

    /// <summary>The first moment after a day; null past the end of the calendar.</summary>
    public DateTimeOffset? GetDayEnd(DateOnly day) => day == DateOnly.MaxValue ? null : GetDayStart(day.AddDays(1));

    private long JumpBetween(long low, long high, long before)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (OffsetAt(middle) == before) low = middle;
            else high = middle;
        }
        return high;
    }

    private long OffsetAt(long ticks) => Zone.GetUtcOffset(At(ticks)).Ticks;

    private static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
