using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Finds the runs of a text that are words, or become words when they are folded.</summary>
/// <param name="text">The text.</param>
internal ref struct WordSegmenter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int begun = -1;

    /// <summary>Finds the next run.</summary>
    /// <param name="start">The start, in UTF-16 units.</param>
    /// <param name="length">The length.</param>
    /// <returns>False if there are no more runs.</returns>
    public bool TryReadNext(out int start, out int length)
    {
        while (at < text.Length)
        {
            var part = PartAt(at, out var units);
            if (begun >= 0 && part is Part.Alone or Part.Gap) return End(out start, out length);
            if (part == Part.Alone)
            {
                start = at;
                do at += units;
                while (at < text.Length && PartAt(at, out units) == Part.Mark);
                length = at - start;
                return true;
            }
            if (part == Part.Letter && begun < 0) begun = at;
            at += units;
        }
        return End(out start, out length);
    }

    // Ends the current run.
    private bool End(out int start, out int length)
    {
        (start, length) = (begun, at - begun);
        begun = -1;
        return start >= 0;
    }

    private readonly Part PartAt(int place, out int units)
    {
        units = 1;
        if (char.IsAscii(text[place])) return char.IsAsciiLetterOrDigit(text[place]) ? Part.Letter : Part.Gap;
        return Rune.DecodeFromUtf16(text[place..], out var rune, out units) == OperationStatus.Done ? GetPart(rune) : Part.Gap;
    }

    private enum Part { Gap, Letter, Alone, Mark }

    private static Part GetPart(Rune rune)
    {
        if (rune == Rune.ReplacementChar) return Part.Gap;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol when IsSingleCharacterWord(rune) => Part.Alone,
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark => Part.Mark,
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber => Part.Letter,
            _ => Part.Gap,
        };
    }

    /// <summary>Returns whether a symbol, or a letter of a script without spaces, is a word by itself.</summary>
    public static bool IsSingleCharacterWord(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherSymbol => true,
        UnicodeCategory.OtherLetter => IsUnspaced(rune.Value),
        _ => false,
    };

    // Thai and Lao, Burmese, Khmer, kana, and Han with its extensions.
    private static bool IsUnspaced(int code) => code is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
