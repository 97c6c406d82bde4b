using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Makes notes searchable by any part of their text, ignoring case.</summary>
public static class NoteText
{
    /// <summary>Returns the folded form of a note or of a text to search for in notes.</summary>
    public static string ToSearchKey(string text) =>
        ReplaceUnstorable(text).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);

    /// <summary>
    /// Replaces characters that cannot be normalised or stored: unpaired surrogates, Unicode noncharacters, and NUL, which PostgreSQL
    /// cannot hold.
    /// </summary>
    internal static string ReplaceUnstorable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 || IsNoncharacter(rune) ? " " : rune.ToString()));

    /// <summary>Returns whether a code point is a noncharacter such as U+FFFE.</summary>
    internal static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
