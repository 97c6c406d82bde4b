using System.Globalization;

namespace Sovia.Duplicates.Queue;

/// <summary>A cursor in the queue, which is sorted by distance and then newest first.</summary>
public sealed record QueueCursor(int Distance, long TimeKey, Guid Id)
{
    /// <summary>Parses a cursor from a URL; returns null if it is invalid.</summary>
    public static QueueCursor? Parse(string? text) =>
        text?.Split('_') is [var distanceText, var timeText, var idText]
        && short.TryParse(distanceText, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedDistance)
        && long.TryParse(timeText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timeKey)
        && Guid.TryParseExact(idText, "N", out var groupId) ? new(parsedDistance, timeKey, groupId) : null;

    /// <summary>Formats the cursor for a URL.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Distance}_{TimeKey}_{Id:N}");
}
