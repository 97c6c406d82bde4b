using System.Collections.Concurrent;
using System.Globalization;
using NpgsqlTypes;
using Sovia.Index;

namespace Sovia.Query.Terms;

/// <summary>
/// The UTC offsets of a time zone with their start times, so that memory and SQL compute the same local times. Offsets are constant before
/// 1970 and after 2099.
/// </summary>
public sealed class TimeZoneOffsets
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond, Hour = 3_600_000_000, Day = 24 * Hour, Week = 7 * Day;

    // Shifts times by whole weeks, more than the years before 1970, so that remainders are never negative. 1970 began on a Thursday.
    private const long PositiveShift = 120_000 * Week, ThursdayShift = 3 * Day;

    // Offsets never change twice within this time.
    private static readonly TimeSpan Step = TimeSpan.FromDays(7);

    private static readonly DateTimeOffset RangeStart = DateTimeOffset.UnixEpoch, RangeEnd = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<string, TimeZoneOffsets> OffsetsByZone = new(StringComparer.Ordinal);

    // In microseconds: the start time of each offset except the first (since 1970), and the offsets.
    private readonly long[] starts, offsets;

    private TimeZoneOffsets(TimeZoneInfo zone)
    {
        var (starts, offsets) = (new List<long>(), new List<long> { GetOffset(zone, RangeStart) });
        for (var time = RangeStart; time < RangeEnd; time += Step)
            if (GetOffset(zone, time + Step) != offsets[^1])
            {
                starts.Add(FindChange(zone, time, time + Step));
                offsets.Add(GetOffset(zone, time + Step));
            }
        (this.starts, this.offsets, Name) = ([.. starts], [.. offsets], zone.Id);
    }

    /// <summary>Returns the offsets of a zone.</summary>
    public static TimeZoneOffsets ForZone(TimeZoneInfo zone) => OffsetsByZone.GetOrAdd(zone.Id, static (_, zone) => new(zone), zone);

    /// <summary>The zone's name.</summary>
    public string Name { get; }

    /// <summary>The largest number of seconds that divides every span between hour boundaries and offset changes.</summary>
    public long GranularitySeconds
    {
        get
        {
            var divisor = Hour;
            foreach (var time in starts.Concat(offsets)) divisor = (long)System.Numerics.BigInteger.GreatestCommonDivisor(divisor, time);
            return divisor / 1_000_000;
        }
    }

    /// <summary>Returns a date part in local time.</summary>
    public int GetDatePart(DatePart part, DateTimeOffset at) => GetLocalDatePart(part, ToLocalMicroseconds(at));

    /// <summary>Returns the local time as microseconds since 1970.</summary>
    public long ToLocalMicroseconds(DateTimeOffset at)
    {
        var time = -SortKeyEncoding.ToAge(at);
        var index = Array.BinarySearch(starts, time);
        return time + offsets[index < 0 ? ~index : index + 1];
    }

    /// <summary>Returns a date part of a local time.</summary>
    /// <param name="part">The date part.</param>
    /// <param name="local">As <see cref="ToLocalMicroseconds"/> returns it.</param>
    public static int GetLocalDatePart(DatePart part, long local) =>
        (int)(part == DatePart.Hour ? (local + PositiveShift) / Hour % 24 : (local + PositiveShift + ThursdayShift) / Day % 7);

    /// <summary>Returns SQL of a date part of the time when a row (<c>x</c>) was created.</summary>
    /// <param name="part">The date part.</param>
    /// <param name="parameter">Adds a parameter for a value.</param>
    public string ToSql(DatePart part, Func<object, NpgsqlDbType, string> parameter)
    {
        const NpgsqlDbType arrayType = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
        var offset = starts.Length == 0 ? FormatBigint(offsets[0])
            : $"({parameter(offsets, arrayType)})[width_bucket(-x.age, {parameter(starts, arrayType)}) + 1]";
        return part == DatePart.Hour ? $"(({offset} - x.age + {FormatBigint(PositiveShift)}) / {FormatBigint(Hour)} % 24)"
            : $"(({offset} - x.age + {FormatBigint(PositiveShift + ThursdayShift)}) / {FormatBigint(Day)} % 7)";
    }

    private static string FormatBigint(long number) => string.Create(CultureInfo.InvariantCulture, $"({number})::bigint");

    private static long GetOffset(TimeZoneInfo zone, DateTimeOffset time) => zone.GetUtcOffset(time).Ticks / TicksPerMicrosecond;

    private static long FindChange(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high, offset) = (before.Ticks, after.Ticks, zone.GetUtcOffset(before));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset) low = middle;
            else high = middle;
        }
        return -SortKeyEncoding.ToAge(new(high, TimeSpan.Zero));
    }
}
