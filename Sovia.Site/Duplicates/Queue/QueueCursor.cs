using System.Globalization;

namespace Sovia.Duplicates.Queue;

/// <summary>A cursor in the queue, which is sorted by distance and then newest first.</summary>
public sealed record QueueCursor(int Distance, long TimeKey, Guid Id)
{
    /// <summary>Parses a cursor from a URL; returns null if it is invalid.</summary>
    public static QueueCursor? Parse(string? text) =>
        text?.Split('_') is [var distance, var age, var id]
        && short.TryParse(distance, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && long.TryParse(age, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
        && Guid.TryParseExact(id, "N", out var group) ? new(bits, key, group) : null;

    /// <summary>Formats the cursor for a URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Distance}_{TimeKey}_{Id:N}");
}
