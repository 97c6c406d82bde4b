using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Notes as they are found: any part of one, whatever its case.</summary>
public static class NoteText
{
    /// <summary>What a note is found by, and what is looked for in it.</summary>
    public static string ToSearchKey(string text) =>
        ReplaceUnstorable(text).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);

    /// <summary>
    /// Text that can be normalised and stored: half a surrogate pair is none, and neither is what Unicode keeps for no character;
    /// PostgreSQL cannot hold a NUL.
    /// </summary>
    internal static string ReplaceUnstorable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 || IsNoncharacter(rune) ? " " : rune.ToString()));

    /// <summary>Whether a code point is one that stands for no character, as U+FFFE.</summary>
    internal static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
