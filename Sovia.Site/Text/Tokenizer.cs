using System.Text;
using Sovia.Caching;

namespace Sovia.Text;

/// <summary>
/// Splits text into words, for indexing and searching alike. A word is a run of letters, digits and marks in any script, folded by
/// <see cref="TextFolding.FoldCase"/>; underscores separate words like hyphens. In scripts without spaces, each character is a word, so
/// that any text in them is found as a phrase. A camel-case word also yields its parts at the same position.
/// </summary>
public static class Tokenizer
{
    /// <summary>The maximum length of a word; longer ones are truncated, because they are data, not language.</summary>
    public const int MaxWordLength = 100;

    private const int MaxKnown = 50_000;

    private static readonly BoundedMemo<Token> Known = new(MaxKnown), Others = new(MaxKnown);

    /// <summary>Returns the words of a text, in order.</summary>
    public static IEnumerable<string> GetWords(string? text) => text is null ? [] : GetWordsWithOffsets(text).Select(word => word.Token);

    /// <summary>Returns the words of a text with their positions: start and length in UTF-16 units of the given text.</summary>
    public static IEnumerable<(string Token, int Start, int Length)> GetWordsWithOffsets(string text)
    {
        var found = Tokenize(text);
        return found.Select(one => (one.Token.Word, one.Start, one.Length));
    }

    /// <summary>
    /// Returns the words with their positions, with camel-case words replaced by their parts; null if there are none.
    /// </summary>
    public static IEnumerable<(string Token, int Start, int Length)>? GetPartsWithOffsets(string text)
    {
        var found = Tokenize(text);
        if (!found.Exists(one => !one.Token.Parts.IsEmpty)) return null;
        return found.SelectMany(one => one.Token.Parts.IsEmpty
            ? [(one.Token.Word, one.Start, one.Length)]
            : one.Token.Parts.Select(part => (part.Token.Word, one.Start + part.Start, part.Length)));
    }

    /// <summary>Returns whether a word is a single character of a script without spaces, or a symbol.</summary>
    public static bool IsSingleCharacterWord(string word) => WordSegmenter.IsSingleCharacterWord(Rune.GetRuneAt(word, 0));

    // Estimates the capacity, because a growing list is copied repeatedly.
    private static List<(Token Token, int Start, int Length)> Tokenize(string text)
    {
        var found = new List<(Token Token, int Start, int Length)>((text.Length / 5) + 1);
        Tokenize(text, found);
        return found;
    }

    /// <summary>Appends the words of a text to a list.</summary>
    internal static void Tokenize(string text, List<(Token Token, int Start, int Length)> into)
    {
        for (var wordSegmenter = new WordSegmenter(text); wordSegmenter.TryReadNext(out var start, out var length);)
        {
            var run = text.AsSpan(start, length);
            if (Plain(run) is { } token || Others.TryGet(run, out token)) into.Add((token, start, length));
            else Tokenize(run.ToString(), start, into);
        }
    }

    // In compatibility form a run can become several words, as a fraction does.
    private static void Tokenize(string run, int start, List<(Token Token, int Start, int Length)> into)
    {
        var before = into.Count;
        var form = TextFolding.FoldCase(run);
        for (var parts = new WordSegmenter(form); parts.TryReadNext(out var from, out var count);)
            into.Add((Token.Create(TextFolding.FixFinalSigma(Shorten(form.Substring(from, count)))), start, run.Length));
        if (into.Count != before + 1 || run.Length > MaxWordLength) return;
        var token = into[before].Token;
        if (GetParts(run) is { } marked) into[before] = (token = Token.Create(token.Word, marked), start, run.Length);
        Others.Add(run, token);
    }

    private static List<(Token Token, int Start, int Length)>? GetParts(string run)
    {
        if (CamelCaseSplitter.Split(run) is not { } ranges) return null;
        var parts = new List<(Token Token, int Start, int Length)>();
        foreach (var range in ranges)
        {
            var (start, length) = range.GetOffsetAndLength(run.Length);
            var before = parts.Count;
            Tokenize(run.Substring(start, length), parts);
            // A part that becomes several words in compatibility form cannot take one position.
            if (parts.Count != before + 1) return null;
            parts[before] = (parts[before].Token, start, length);
        }
        return parts;
    }

    // The fast path: most words are from a small vocabulary, so a known word is found without allocating a string.
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
