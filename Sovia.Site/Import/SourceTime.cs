using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sovia.Library.Dates;

namespace Sovia.Import;

/// <summary>Parses the time formats of the sources. Truncates to microseconds, the precision of PostgreSQL.</summary>
internal static class SourceTime
{
    /// <summary>Returns the time in UTC, or null if the text is not a time.</summary>
    public static DateTimeOffset? Read(string text) => LooseDateParser.Parse(text) ?? FromNumber(GetNumber(text));

    /// <summary>Returns the time in UTC, or null if the value is not a time.</summary>
    public static DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsUtc(value) && value.TryGetDateTimeOffset(out var time) && LooseDateParser.IsPlausibleYear(time.Year)
            ? Microseconds.Truncate(time) : Read(SourceText.DecodeString(value)!),
        JsonValueKind.Number => Read(value.GetRawText()),
        JsonValueKind.Object => FromObject(value),
        _ => null,
    };

    // The common format, 2025-10-01T12:30:45.123456Z, is parsed without a string; it is the only one that both parsers read alike.
    private static bool IsUtc(JsonElement value) => JsonMarshal.GetRawUtf8Value(value) is [.., (byte)'Z', (byte)'"'];

    // "/Date(1727263444123)/" is how older programs write milliseconds; a zone behind them is only for display.
    private static string GetNumber(string text) =>
        text.Trim().Trim('/') is var bare && bare.StartsWith("Date(", StringComparison.Ordinal) && bare.EndsWith(')')
        ? bare[5..^1].Split('+')[0] : text;

    // Seconds, milliseconds, microseconds or nanoseconds: the unit that gives a time in this century. A smaller number is no time but a
    // year, a day or a counter.
    private static DateTimeOffset? FromNumber(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var seconds = number switch { > 1e17m => number / 1e9m, > 1e14m => number / 1e6m, > 1e11m => number / 1e3m, _ => number };
        return seconds is >= 1e8m and < 4.2e9m ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * 1e6m) * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    // {"$date": ...}, {"$numberLong": "1"}, {"seconds": 1, "nanos": 2} and {"_seconds": 1, "_nanoseconds": 2} come from database dumps.
    private static DateTimeOffset? FromObject(JsonElement value)
    {
        if (value.TryGetProperty("$date", out var date)) return Read(date);
        if (value.TryGetProperty("$numberLong", out var number)) return Read(number);
        if (!value.TryGetProperty("seconds", out var seconds) && !value.TryGetProperty("_seconds", out seconds)) return null;
        if (Read(seconds) is not { } time) return null;
        return (value.TryGetProperty("nanos", out var nanos) || value.TryGetProperty("_nanoseconds", out nanos))
            && nanos.ValueKind == JsonValueKind.Number && nanos.TryGetInt64(out var fine)
            ? time.AddTicks(fine / 1000 * TimeSpan.TicksPerMicrosecond) : time;
    }
}
