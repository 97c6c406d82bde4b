using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Sovia.Library.Search;

/// <summary>
/// Cuts text into words, for the index and for what is looked for alike. A word is a run of letters, digits, marks and
/// underscores in any script, in lower case and compatibility form. Scripts that put no spaces between words give a word
/// a character, so that anything written in them is found as a phrase.
/// </summary>
public static class Words
{
    /// <summary>Longer words are cut: what is that long is data, not language.</summary>
    public const int LongestWord = 100;

    private const int Remembered = 50_000;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    // Beside it, because asking it for its count locks all of it.
    private static int count;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> In(string? text) => text is null ? [] : WithPlaces(text).Select(word => word.Token);

    /// <summary>The words of a text with where each stands in it: start and length in UTF-16 units of the text as given.</summary>
    public static IEnumerable<(string Token, int Start, int Length)> WithPlaces(string text)
    {
        foreach (var (start, length) in Runs(text))
        {
            if (Plain(text.AsSpan(start, length)) is { } word)
            {
                yield return (word, start, length);
                continue;
            }
            var run = text.Substring(start, length);
            // In compatibility form one run can become several, as a fraction does.
            var form = Written(run);
            foreach (var (from, count) in Runs(form)) yield return (Cut(form.Substring(from, count)), start, length);
        }
    }

    private static IEnumerable<(int Start, int Length)> Runs(string text)
    {
        var start = -1;
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var part = PartOf(rune);
            if (part is Part.Alone or Part.Gap && start >= 0)
            {
                yield return (start, at - start);
                start = -1;
            }
            if (part == Part.Alone)
            {
                var from = at;
                do at += length;
                while (at < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out length) == OperationStatus.Done && PartOf(rune) == Part.Mark);
                yield return (from, at - from);
                continue;
            }
            if (part == Part.Letter && start < 0) start = at;
            at += length;
        }
        if (start >= 0) yield return (start, text.Length - start);
    }

    private static string Written(string run)
    {
        var form = run.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        // What an unseen sign held apart can be one letter now, and a word cut again must be the same word.
        return form.Any(IsUnwritten) ? string.Concat(form.Where(c => !IsUnwritten(c))).Normalize(NormalizationForm.FormKC) : form;
    }

    // What joins or parts letters without being seen, and what chooses between two looks of a sign.
    private static bool IsUnwritten(char c) =>
        c is >= '\uFE00' and <= '\uFE0F' || (!char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    // Most words of most libraries, and all of them the same few again and again: no text is made of one that is known.
    private static string? Plain(ReadOnlySpan<char> run)
    {
        if (run.Length > LongestWord || !Ascii.IsValid(run)) return null;
        Span<char> lower = stackalloc char[run.Length];
        Ascii.ToLower(run, lower, out _);
        var known = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(lower, out var word)) return word;
        word = lower.ToString();
        if (Volatile.Read(ref count) < Remembered && Known.TryAdd(word, word)) Interlocked.Increment(ref count);
        return word;
    }

    private static string Cut(string token) =>
        token.Length <= LongestWord ? token : token[..(char.IsHighSurrogate(token[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];

    private enum Part { Gap, Letter, Alone, Mark }

    private static Part PartOf(Rune rune)
    {
        if (rune.IsAscii) return char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_' ? Part.Letter : Part.Gap;
        if (rune == Rune.ReplacementChar) return Part.Gap;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter when StandsAlone(rune.Value) => Part.Alone,
            UnicodeCategory.OtherSymbol => Part.Alone,
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Part.Mark,
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber or UnicodeCategory.ConnectorPunctuation => Part.Letter,
            _ => Part.Gap,
        };
    }

    // Thai and Lao, Burmese, Khmer, kana, Han with its extensions.
    private static bool StandsAlone(int code) => code is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
