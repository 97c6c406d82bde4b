using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Reads the ways in which sources write a time. PostgreSQL keeps microseconds, so finer digits are cut off.</summary>
internal static partial class SourceTime
{
    [GeneratedRegex(@"(?<=\.\d{6})\d+", RegexOptions.CultureInvariant)]
    private static partial Regex FinerThanMicroseconds();

    /// <summary>The time in UTC, or null where the text is none.</summary>
    public static DateTimeOffset? Read(string text) => FromText(text);

    /// <summary>The time in UTC, or null where the value is none.</summary>
    public static DateTimeOffset? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => IsUtc(value) && value.TryGetDateTimeOffset(out var time) ? Microseconds.Of(time) : FromText(SourceText.Of(value)!),
        JsonValueKind.Number when value.TryGetDouble(out var number) => FromNumber(number),
        JsonValueKind.Object => FromObject(value),
        _ => null,
    };

    // The common way, 2025-10-01T12:30:45.123456Z, needs no string; only of this one both readers think the same.
    private static bool IsUtc(JsonElement value) => JsonMarshal.GetRawUtf8Value(value) is [.., (byte)'Z', (byte)'"'];

    private static DateTimeOffset? FromText(string text)
    {
        if (double.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return FromNumber(number);
        return text.Contains('-', StringComparison.Ordinal) && DateTimeOffset.TryParse(
            FinerThanMicroseconds().Replace(text, ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;
    }

    // Seconds, milliseconds or microseconds: whichever lies in this century.
    private static DateTimeOffset? FromNumber(double number)
    {
        var seconds = number switch { > 1e14 => number / 1e6, > 1e11 => number / 1e3, _ => number };
        return seconds is > 0 and < 4.2e9
            ? DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds * 1e6) * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    // {"$date": ...}, {"$numberLong": "1"} and {"seconds": 1, "nanos": 2} come from database dumps.
    private static DateTimeOffset? FromObject(JsonElement value)
    {
        if (value.TryGetProperty("$date", out var date)) return Read(date);
        if (value.TryGetProperty("$numberLong", out var number)) return Read(number);
        if (!value.TryGetProperty("seconds", out var seconds) || Read(seconds) is not { } time) return null;
        return value.TryGetProperty("nanos", out var nanos) && nanos.ValueKind == JsonValueKind.Number && nanos.TryGetInt64(out var fine)
            ? time.AddTicks(fine / 1000 * TimeSpan.TicksPerMicrosecond) : time;
    }
}
