using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Tags as they are written and found.</summary>
public static class TagText
{
    /// <summary>The most characters of a tag.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// A tag as it is kept: one space between words, none around, no control characters; null where nothing is left or it is too long.
    /// </summary>
    public static string? Normalize(string text)
    {
        var legible = string.Concat(text.EnumerateRunes()
            .Select(rune => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || NoteText.IsNoncharacter(rune) ? " " : rune.ToString()));
        var tag = string.Join(' ', legible.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        return tag.Length is 0 or > MaxLength ? null : tag;
    }

    /// <summary>What a tag is found by: tags that differ in case alone are one.</summary>
    public static string ToKey(string tag) =>
        NoteText.ReplaceUnstorable(tag).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);
}
