namespace Sovia.Library.Dates;

/// <summary>Times as PostgreSQL and the sources know them; what is finer would be cut off and make equal times differ.</summary>
internal static class Microseconds
{
    /// <summary>The time in UTC without what is finer than a microsecond.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
