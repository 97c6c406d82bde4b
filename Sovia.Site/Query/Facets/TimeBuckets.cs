using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>
/// Groups rows by time so finely that each bucket falls in one month, one day and one hour of a zone, and maps buckets to the numbers of
/// time facets. If only months are counted, the table's UTC months serve as buckets, and months of another zone follow from where they
/// start.
/// </summary>
internal sealed class TimeBuckets
{
    private readonly Facet[] facets;
    private readonly LocalCalendar calendar;
    private readonly TimeZoneOffsets offsets;
    private readonly int[]? months;
    private readonly bool usesMonths;
    private readonly long granularity;

    private TimeBuckets(Facet[] facets, TimeZoneInfo zone, string sql, int[]? months, bool isOfMonths)
    {
        (this.facets, Sql, this.months, this.usesMonths) = (facets, sql, months, isOfMonths);
        (calendar, offsets) = (new(default, zone), TimeZoneOffsets.ForZone(zone));
        granularity = offsets.GranularitySeconds;
    }

    /// <summary>The grouping expression over the table <c>x</c>; null means no date.</summary>
    public string Sql { get; }

    /// <summary>Creates the buckets for some time facets.</summary>
    /// <param name="facets">The facets.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="table">The table of the index.</param>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    /// <param name="source">The database.</param>
    /// <param name="ct">Cancels the query.</param>
    public static async Task<TimeBuckets> CreateAsync(Facet[] facets, TimeZoneInfo zone, string table, NpgsqlParameterCollection parameters,
        NpgsqlDataSource source, CancellationToken ct)
    {
        if (facets is not [{ Parameter: "month" }])
            return new(facets, zone, BuildFineSql(TimeZoneOffsets.ForZone(zone).GranularitySeconds), null, isOfMonths: false);
        if (ReferenceEquals(zone, TimeZoneInfo.Utc) || await EndsAsync(table, (string)parameters[0].Value!, source, ct) is not { } ends)
            return new(facets, zone, "nullif(x.month, 0)::bigint", null, isOfMonths: true);
        var calendar = new LocalCalendar(default, zone);
        var (starts, months) = (new List<long>(), new List<int>());
        var (first, last) = (calendar.GetDay(ends.First), calendar.GetDay(ends.Last));
        for (var monthIndex = (first.Year * 12) + first.Month - 1; monthIndex <= (last.Year * 12) + last.Month - 1; monthIndex++)
        {
            starts.Add(-SortKeyEncoding.ToAge(calendar.GetDayStart(new(monthIndex / 12, (monthIndex % 12) + 1, 1))));
            months.Add((monthIndex / 12 * 100) + (monthIndex % 12) + 1);
        }
        parameters.Add(new() { Value = starts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        return new(facets, zone, $"case when x.dated then width_bucket(-x.age, ${parameters.Count})::bigint end", [.. months],
            isOfMonths: true);
    }

    /// <summary>Returns the number of each facet for each bucket, with the value that was passed with the bucket.</summary>
    /// <param name="buckets">Results of the expression, null for no date, each with an arbitrary value.</param>
    public IEnumerable<(Facet Facet, int Number, T With)> Resolve<T>(IEnumerable<(long? Bucket, T With)> buckets)
    {
        DateOnly day = default;
        var (from, before) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var (bucket, with) in buckets.OrderBy(entry => entry.Bucket))
        {
            if (bucket is not { } number)
            {
                foreach (var facet in facets) yield return (facet, 0, with);
                continue;
            }
            if (usesMonths)
            {
                yield return (facets[0], months?[number - 1] ?? (int)number, with);
                continue;
            }
            var time = DateTimeOffset.UnixEpoch.AddSeconds(number < 0 ? number : number * granularity);
            if (time < from || time >= before) (day, from, before) = GetDay(time);
            var local = offsets.ToLocalMicroseconds(time);
            foreach (var facet in facets) yield return (facet, facet.GetNumberAt(day, local), with);
        }
    }

    // Returns the day that starts last at or before the time, because clocks can pass the same midnight twice.
    private (DateOnly Day, DateTimeOffset From, DateTimeOffset Before) GetDay(DateTimeOffset time)
    {
        var day = calendar.GetDay(time);
        if (calendar.GetDayEnd(day) is { } end && end <= time) day = day.AddDays(1);
        else if (calendar.GetDayStart(day) > time) day = day.AddDays(-1);
        return (day, calendar.GetDayStart(day), calendar.GetDayEnd(day) ?? DateTimeOffset.MaxValue);
    }

    // Uses multiples of the granularity since 1970 and seconds before 1970, because earlier rows are few and days may begin at any second.
    private static string BuildFineSql(long grain) =>
        $"case when not x.dated then null when x.age <= 0 then -x.age / {grain * 1_000_000}::bigint else -((x.age + 999999) / 1000000::bigint) end";

    // Reads the first and last dates from the ends of an index. Rows without a date count as 1970.
    private static async Task<(DateTimeOffset First, DateTimeOffset Last)?> EndsAsync(string table, string tenant, NpgsqlDataSource source,
        CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select max(age), min(age) from {table} where tenant_id = $1");
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && !reader.IsDBNull(0)
            ? (SortKeyEncoding.FromAge(reader.GetInt64(0)), SortKeyEncoding.FromAge(reader.GetInt64(1))) : null;
    }
}
