using System.Globalization;
using Sovia.Query.Language;

namespace Sovia.Query.Lists;

/// <summary>
/// A place between two items of a list, as it stands in an address: microseconds since 1970, an underscore, the id, and
/// where the list is sorted by more than its date, another underscore and the value it is sorted by.
/// </summary>
/// <param name="Age">Microseconds before 1970, of the item beside it.</param>
/// <param name="Id">That item's id, which decides between equals.</param>
/// <param name="Key">What its list sorts by before the date; null for a list by date.</param>
public sealed record Cursor(long Age, Guid Id, string? Key = null)
{
    /// <summary>
    /// Reads what <see cref="ToString"/> wrote; null for anything else. Whether it is a place in a list,
    /// <see cref="Sovia.Query.Lists.ResolvedQuery.HasPlace"/> knows.
    /// </summary>
    public static Cursor? Parse(string? text)
    {
        if (text?.Split('_', 3) is not [var micros, var id, .. var key]) return null;
        return long.TryParse(micros, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var since)
            && since is >= -62_135_596_800_000_000 and < 253_402_300_800_000_000
            && Guid.TryParseExact(id, "N", out var guid)
            && key.All(part => SyntaxCharacters.ReplaceUnstorable(part) == part)
                ? new(-since, guid, key is [var value] ? value : null)
                : null;
    }

    /// <summary>The form for addresses, not yet escaped.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{-Age}_{Id:N}{(Key is null ? "" : "_")}{Key}");
}
