using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Sovia.Library.Dates;

namespace Sovia.Import;

/// <summary>Parses the time formats of the sources. Truncates to microseconds, the precision of PostgreSQL.</summary>
internal static class SourceTime
{
    // From the beginning of other epochs to 1970.
    private const decimal SecondsFromYear1 = 62_135_596_800, SecondsFrom1601 = 11_644_473_600;

    /// <summary>Returns the time in UTC, or null if the text is not a time.</summary>
    public static DateTimeOffset? Read(string text) => LooseDateParser.Parse(text) ?? ParseUnixTime(ExtractNumberText(text));

    /// <summary>Returns the time in UTC, or null if the value is not a time.</summary>
    public static DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsUtc(value) && value.TryGetDateTimeOffset(out var time) && LooseDateParser.IsPlausibleYear(time.Year)
            ? Microseconds.Truncate(time) : Read(SourceText.DecodeString(value)!),
        JsonValueKind.Number => Read(value.GetRawText()),
        JsonValueKind.Object => ReadObject(value),
        _ => null,
    };

    // Parses the common format 2025-10-01T12:30:45.123456Z without a string. Only for this format do both parsers give the same result.
    private static bool IsUtc(JsonElement value) => JsonMarshal.GetRawUtf8Value(value) is [.., (byte)'Z', (byte)'"'];

    // Older programs write milliseconds as "/Date(1727263444123)/". A time zone after the number is only for display.
    private static string ExtractNumberText(string text) =>
        text.Trim().Trim('/') is var trimmed && trimmed.StartsWith("Date(", StringComparison.Ordinal) && trimmed.EndsWith(')')
        ? trimmed[5..^1].Split('+')[0] : text;

    // Chooses the unit and the epoch that give a time in this century: Unix time in seconds to nanoseconds, .NET ticks, Windows file times
    // or Chrome's microseconds. A smaller number is not a time but a year, a day or a counter.
    private static DateTimeOffset? ParseUnixTime(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var seconds = number switch
        {
            >= 9e17m => number / 1e9m,
            >= 6.2e17m and < 6.7e17m => (number / 1e7m) - SecondsFromYear1,
            >= 1.2e17m and < 1.6e17m => (number / 1e7m) - SecondsFrom1601,
            >= 1.2e16m and < 1.6e16m => (number / 1e6m) - SecondsFrom1601,
            > 1e17m => 0,
            > 1e14m => number / 1e6m,
            > 1e11m => number / 1e3m,
            _ => number,
        };
        return seconds is >= 1e8m and < 4.2e9m ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * 1e6m) * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    // Database dumps contain {"$date": ...}, {"$numberLong": "1"}, {"seconds": 1, "nanos": 2} and {"_seconds": 1, "_nanoseconds": 2}.
    private static DateTimeOffset? ReadObject(JsonElement value)
    {
        if (value.TryGetProperty("$date", out var date)) return Read(date);
        if (value.TryGetProperty("$numberLong", out var number)) return Read(number);
        if (!value.TryGetProperty("seconds", out var seconds) && !value.TryGetProperty("_seconds", out seconds)) return null;
        if (Read(seconds) is not { } time) return null;
        return (value.TryGetProperty("nanos", out var nanos) || value.TryGetProperty("_nanoseconds", out nanos))
            && nanos.ValueKind == JsonValueKind.Number && nanos.TryGetInt64(out var nanoseconds)
            ? time.AddTicks(nanoseconds / 1000 * TimeSpan.TicksPerMicrosecond) : time;
    }
}
