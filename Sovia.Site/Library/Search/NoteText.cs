using System.Globalization;
using System.Text;

namespace Sovia.Library.Search;

/// <summary>Notes as they are found: any part of one, whatever its case.</summary>
public static class NoteText
{
    /// <summary>What a note is found by, and what is looked for in it.</summary>
    public static string KeyOf(string text) => Legible(text).Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);

    // Half a surrogate pair is no text, and PostgreSQL cannot hold a NUL.
    private static string Legible(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? " " : rune.ToString()));
}
