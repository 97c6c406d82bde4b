using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Normalises tags and derives their keys.</summary>
public static class TagText
{
    /// <summary>The maximum length of a tag.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// Returns a tag in its stored form: single spaces between words, trimmed, without control characters; null if it is empty or too long.
    /// </summary>
    public static string? Normalize(string text)
    {
        var cleaned = string.Concat(text.EnumerateRunes()
            .Select(rune => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || NoteText.IsNoncharacter(rune) ? " " : rune.ToString()));
        var tag = string.Join(' ', cleaned.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        return tag.Length is 0 or > MaxLength ? null : tag;
    }

    /// <summary>Returns the key of a tag. Tags that differ only in case have the same key.</summary>
    public static string ToKey(string tag) =>
        NoteText.ReplaceUnstorable(tag).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);
}
