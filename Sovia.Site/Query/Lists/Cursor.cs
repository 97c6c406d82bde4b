using System.Globalization;
using Sovia.Query.Language;

namespace Sovia.Query.Lists;

/// <summary>
/// A position between two items of a list. In a URL it is microseconds since 1970, an underscore and the ID; if the list is not sorted by
/// date alone, another underscore and the sort key follow.
/// </summary>
/// <param name="Age">Microseconds before 1970 of the adjacent item.</param>
/// <param name="Id">The ID of the adjacent item, which breaks ties.</param>
/// <param name="Key">The sort key before the date; null for a list by date.</param>
public sealed record Cursor(long Age, Guid Id, string? Key = null)
{
    /// <summary>
    /// Parses the result of <see cref="ToString"/>; returns null for anything else. <see
    /// cref="Sovia.Query.Lists.ResolvedQuery.IsValidCursor"/> checks whether the cursor fits a list.
    /// </summary>
    public static Cursor? Parse(string? text)
    {
        if (text?.Split('_', 3) is not [var timeText, var idText, .. var keyParts]) return null;
        return long.TryParse(timeText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds is >= -62_135_596_800_000_000 and < 253_402_300_800_000_000
            && Guid.TryParseExact(idText, "N", out var guid)
            && keyParts.All(part => SyntaxCharacters.ReplaceUnstorable(part) == part)
                ? new(-microseconds, guid, keyParts is [var value] ? value : null)
                : null;
    }

    /// <summary>Formats the cursor for URLs, unescaped.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{-Age}_{Id:N}{(Key is null ? "" : "_")}{Key}");
}
