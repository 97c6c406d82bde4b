using System.Text;
using Sovia.Caching;

namespace Sovia.Text;

/// <summary>
/// Cuts text into words, for the index and for what is looked for alike. A word is a run of letters, digits and marks in any script, as
/// <see cref="TextFolding.FoldCase"/> gives it; underscores part words as hyphens do. Scripts that put no spaces between words give a word
/// a character, so that anything written in them is found as a phrase. Of a run whose capitals mark words, those are words at its place
/// too.
/// </summary>
public static class Tokenizer
{
    /// <summary>Longer words are cut: what is that long is data, not language.</summary>
    public const int MaxWordLength = 100;

    private const int MostKnown = 50_000;

    private static readonly BoundedMemo<Token> Known = new(MostKnown), Others = new(MostKnown);

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> GetWords(string? text) => text is null ? [] : GetWordsWithOffsets(text).Select(word => word.Token);

    /// <summary>The words of a text with where each stands in it: start and length in UTF-16 units of the text as given.</summary>
    public static IEnumerable<(string Token, int Start, int Length)> GetWordsWithOffsets(string text)
    {
        var found = Tokenize(text);
        return found.Select(one => (one.Token.Word, one.Start, one.Length));
    }

    /// <summary>
    /// The same with the words that capitals mark in the places of those that they are part of; null where there are none.
    /// </summary>
    public static IEnumerable<(string Token, int Start, int Length)>? GetPartsWithOffsets(string text)
    {
        var found = Tokenize(text);
        if (!found.Exists(one => !one.Token.Parts.IsEmpty)) return null;
        return found.SelectMany(one => one.Token.Parts.IsEmpty
            ? [(one.Token.Word, one.Start, one.Length)]
            : one.Token.Parts.Select(part => (part.Token.Word, one.Start + part.Start, part.Length)));
    }

    /// <summary>Whether a word is a character of a script that puts no spaces between words, or a sign.</summary>
    public static bool IsSingleCharacterWord(string word) => WordSegmenter.IsSingleCharacterWord(Rune.GetRuneAt(word, 0));

    // A list that grows is copied again and again.
    private static List<(Token Token, int Start, int Length)> Tokenize(string text)
    {
        var found = new List<(Token Token, int Start, int Length)>((text.Length / 5) + 1);
        Tokenize(text, found);
        return found;
    }

    /// <summary>Adds the words of a text to others.</summary>
    internal static void Tokenize(string text, List<(Token Token, int Start, int Length)> into)
    {
        for (var wordSegmenter = new WordSegmenter(text); wordSegmenter.TryReadNext(out var start, out var length);)
        {
            var run = text.AsSpan(start, length);
            if (Plain(run) is { } token || Others.TryGet(run, out token)) into.Add((token, start, length));
            else Tokenize(run.ToString(), start, into);
        }
    }

    // In compatibility form one run can become several, as a fraction does.
    private static void Tokenize(string run, int start, List<(Token Token, int Start, int Length)> into)
    {
        var before = into.Count;
        var form = TextFolding.FoldCase(run);
        for (var parts = new WordSegmenter(form); parts.TryReadNext(out var from, out var count);)
            into.Add((Token.Create(TextFolding.FixFinalSigma(Shorten(form.Substring(from, count)))), start, run.Length));
        if (into.Count != before + 1 || run.Length > MaxWordLength) return;
        var token = into[before].Token;
        if (PartsOf(run) is { } marked) into[before] = (token = Token.Create(token.Word, marked), start, run.Length);
        Others.Add(run, token);
    }

    private static List<(Token Token, int Start, int Length)>? PartsOf(string run)
    {
        if (CamelCaseSplitter.Split(run) is not { } ranges) return null;
        var parts = new List<(Token Token, int Start, int Length)>();
        foreach (var range in ranges)
        {
            var (start, length) = range.GetOffsetAndLength(run.Length);
            var before = parts.Count;
            Tokenize(run.Substring(start, length), parts);
            // What is several words in another form has no place among these.
            if (parts.Count != before + 1) return null;
            parts[before] = (parts[before].Token, start, length);
        }
        return parts;
    }

    // Most words of most libraries, and all of them the same few again and again: no text is made of one that is known.
    private static Token? Plain(ReadOnlySpan<char> run)
    {
        if (run.Length > MaxWordLength || !Ascii.IsValid(run) || run[1..].ContainsAnyInRange('A', 'Z')) return null;
        Span<char> lower = stackalloc char[run.Length];
        Ascii.ToLower(run, lower, out _);
        if (Known.TryGet(lower, out var token)) return token;
        var word = lower.ToString();
        return Known.Add(word, Token.Create(word));
    }

    private static string Shorten(string word) =>
        word.Length <= MaxWordLength ? word : word[..(char.IsHighSurrogate(word[MaxWordLength - 1]) ? MaxWordLength - 1 : MaxWordLength)];
}
