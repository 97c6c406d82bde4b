namespace Sovia.Library.Dates;

/// <summary>
/// Truncates times to microseconds, the precision of PostgreSQL and of the sources, because finer parts would be lost and make equal times
/// differ.
/// </summary>
internal static class Microseconds
{
    /// <summary>Returns the time in UTC, truncated to microseconds.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
