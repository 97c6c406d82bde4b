using System.Globalization;

namespace Sovia.Library;

/// <summary>A place between two families of the gallery, as it stands in an address: microseconds since 1970, an underscore, the id.</summary>
/// <param name="SortAt">The sort date of the family beside it, whole microseconds.</param>
/// <param name="Id">That family's id, which decides between equal dates.</param>
public sealed record Cursor(DateTimeOffset SortAt, Guid Id)
{
    /// <summary>The place of a family.</summary>
    public static Cursor Of(Family family) => new(family.SortAt, family.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Cursor? Parse(string? text)
    {
        if (text is null || text.LastIndexOf('_') is not (> 0 and var bar)) return null;
        return long.TryParse(text.AsSpan(0, bar), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros)
            && micros is > -62_135_596_800_000_000 and < 253_402_300_800_000_000
            && Guid.TryParseExact(text.AsSpan(bar + 1), "N", out var id)
                ? new(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), id)
                : null;
    }

    /// <summary>The form for addresses.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(SortAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}_{Id:N}");
}
