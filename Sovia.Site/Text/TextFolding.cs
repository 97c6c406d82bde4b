using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>
/// Folds letters in the same way for indexed texts and searches. <see cref="FoldCase"/> removes differences of case and compatibility form;
/// <see cref="RemoveDiacritics"/> also removes the diacritics that people leave out when they type.
/// </summary>
public static class TextFolding
{
    private enum Script { Other, Latin, Greek, Cyrillic, Semitic }

    /// <summary>
    /// Returns a run of letters in compatibility form and folded case, without invisible characters. Spellings that differ only in these
    /// are equal.
    /// </summary>
    public static string FoldCase(string run) =>
        FixFinalSigma(FoldLetters(run.Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC));

    /// <summary>
    /// Returns a lower-case word with the right form of a final sigma, which capitals do not distinguish. Code that splits a word must call
    /// this again.
    /// </summary>
    public static string FixFinalSigma(string word) => word switch
    {
        "ς" => "σ",
        [_, .., 'σ'] => string.Concat(word.AsSpan(0, word.Length - 1), "ς"),
        _ => word,
    };

    /// <summary>
    /// Removes diacritics from a result of <see cref="FoldCase"/>: accents, points and vowel signs of Latin, Greek, Hebrew and Arabic
    /// letters, and of Cyrillic ones the stress accent and the dots of ё. In other cases a mark makes a different letter, as in й or in any
    /// Indic script.
    /// </summary>
    public static string RemoveDiacritics(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var result = new StringBuilder(word.Length);
        var script = Script.Other;
        foreach (var rune in word.EnumerateRunes())
            if (!IsMark(rune)) AppendWithoutDiacritics(result, rune, script = GetScript(rune.Value));
            else if (!IsRemovable(rune.Value, script)) result.Append(rune);
        return result.Length == word.Length && result.Equals(word.AsSpan()) ? word : result.ToString();
    }

    private static string FoldLetters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            switch (rune.Value)
            {
                case 'ß' or 'ẞ': folded.Append("ss"); break;
                case 'İ': folded.Append('i'); break;
                case 'ς' or 'Σ': folded.Append('σ'); break;
                // Some programs write a dotted capital I as "i" with a combining dot; the dot is redundant.
                case 0x0307 when folded.Length > 0 && folded[^1] == 'i': break;
                default:
                    if (!IsInvisible(rune)) folded.Append(Rune.ToLowerInvariant(IsMark(rune) ? rune : Rune.ToUpperInvariant(rune)));
                    break;
            }
        return folded.ToString();
    }

    // Joiners, separators, stretching characters and variation selectors.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is 0x0640 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static void AppendWithoutDiacritics(StringBuilder output, Rune letter, Script script)
    {
        if (FindReplacement(letter.Value) is { } replacement) output.Append(replacement);
        else if (letter.IsAscii || script is not (Script.Latin or Script.Greek)) output.Append(letter);
        else
            foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
                if (!IsMark(part)) output.Append(FindReplacement(part.Value) ?? part.ToString());
    }

    // Letters that Unicode does not decompose, and ligatures.
    private static string? FindReplacement(int letter) => letter switch
    {
        'ı' => "i",
        'ȷ' => "j",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ς' => "σ",
        'ё' or 'ѐ' => "е",
        'ѝ' => "и",
        'آ' or 'أ' or 'إ' or 'ٱ' => "ا",
        _ => null,
    };

    private static bool IsRemovable(int mark, Script script) => script switch
    {
        Script.Other => false,
        Script.Cyrillic => mark is 0x0300 or 0x0301,
        _ => true,
    };

    private static Script GetScript(int letter) => letter switch
    {
        (>= 'a' and <= 'z') or (>= 0x00C0 and <= 0x02AF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F)
            or (>= 0xA720 and <= 0xA7FF) => Script.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0xA640 and <= 0xA69F) => Script.Cyrillic,
        (>= 0x0590 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x0870 and <= 0x08FF) => Script.Semitic,
        _ => Script.Other,
    };
}
