using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sovia.Text;

/// <summary>Finds the runs of a text that are words, or become words when they are folded.</summary>
/// <param name="text">The text.</param>
internal ref struct WordSegmenter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;
    private int runStart = -1;

    /// <summary>Finds the next run.</summary>
    /// <param name="start">The start, in UTF-16 units.</param>
    /// <param name="length">The length.</param>
    /// <returns>False if there are no more runs.</returns>
    public bool TryReadNext(out int start, out int length)
    {
        while (position < text.Length)
        {
            var part = GetPartAt(position, out var units);
            if (runStart >= 0 && part is Part.Alone or Part.Gap) return EndRun(out start, out length);
            if (part == Part.Alone)
            {
                start = position;
                do position += units;
                while (position < text.Length && GetPartAt(position, out units) == Part.Mark);
                length = position - start;
                return true;
            }
            if (part == Part.Letter && runStart < 0) runStart = position;
            position += units;
        }
        return EndRun(out start, out length);
    }

    private bool EndRun(out int start, out int length)
    {
        (start, length) = (runStart, position - runStart);
        runStart = -1;
        return start >= 0;
    }

    private readonly Part GetPartAt(int index, out int units)
    {
        units = 1;
        if (char.IsAscii(text[index])) return char.IsAsciiLetterOrDigit(text[index]) ? Part.Letter : Part.Gap;
        return Rune.DecodeFromUtf16(text[index..], out var rune, out units) == OperationStatus.Done ? GetPart(rune) : Part.Gap;
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
    private static bool IsUnspaced(int codePoint) => codePoint is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
