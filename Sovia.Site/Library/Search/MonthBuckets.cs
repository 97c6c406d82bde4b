using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>Sorts rows into the months of a time zone: those of UTC stand in the table, those of another are told by where they start.</summary>
internal sealed class MonthBuckets
{
    private readonly int[]? months;

    private MonthBuckets(string sql, int[]? months) => (Sql, this.months) = (sql, months);

    /// <summary>The expression that groups, over the table as <c>x</c>.</summary>
    public string Sql { get; }

    /// <summary>The month of what it gives, yyyymm; 0 where no date is known.</summary>
    public int Of(int group) => months is null || group == 0 ? group : months[group - 1];

    /// <summary>The buckets of a zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="table">The table of the index.</param>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    /// <param name="source">The database.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<MonthBuckets> OfAsync(TimeZoneInfo zone, string table, NpgsqlParameterCollection parameters, NpgsqlDataSource source, CancellationToken ct)
    {
        if (ReferenceEquals(zone, TimeZoneInfo.Utc) || await EndsAsync(table, (string)parameters[0].Value!, source, ct) is not { } ends) return new("x.month", null);
        var calendar = new LocalCalendar(default, zone);
        var (starts, months) = (new List<long>(), new List<int>());
        var (first, last) = (calendar.DayOf(ends.First), calendar.DayOf(ends.Last));
        for (var number = (first.Year * 12) + first.Month - 1; number <= (last.Year * 12) + last.Month - 1; number++)
        {
            starts.Add(-SortKeys.Age(calendar.StartOf(new(number / 12, (number % 12) + 1, 1))));
            months.Add((number / 12 * 100) + (number % 12) + 1);
        }
        parameters.Add(new() { Value = starts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        return new($"case when x.dated then width_bucket(-x.age, ${parameters.Count}) else 0 end", [.. months]);
    }

    // Both are read from the ends of an index. What has no date counts as of 1970.
    private static async Task<(DateTimeOffset First, DateTimeOffset Last)?> EndsAsync(string table, string tenant, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select max(age), min(age) from {table} where tenant_id = $1");
        command.Parameters.Add(new() { Value = tenant });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && !reader.IsDBNull(0) ? (SortKeys.At(reader.GetInt64(0)), SortKeys.At(reader.GetInt64(1))) : null;
    }
}
