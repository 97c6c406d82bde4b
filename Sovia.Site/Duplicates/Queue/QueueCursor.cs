using System.Globalization;

namespace Sovia.Duplicates.Queue;

/// <summary>A place in the queue: the nearest groups come first, and of equally near ones the newest.</summary>
public sealed record QueueCursor(int Distance, long TimeKey, Guid Id)
{
    /// <summary>Reads one from an address; null for nonsense.</summary>
    public static QueueCursor? Parse(string? text) =>
        text?.Split('_') is [var distance, var age, var id]
        && short.TryParse(distance, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && long.TryParse(age, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
        && Guid.TryParseExact(id, "N", out var group) ? new(bits, key, group) : null;

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Distance}_{TimeKey}_{Id:N}");
}
