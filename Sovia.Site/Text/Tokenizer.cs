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

    private const int MaxCachedWords = 50_000;

    private static readonly BoundedMemo<Token> AsciiCache = new(MaxCachedWords), OtherCache = new(MaxCachedWords);

    /// <summary>Returns the words of a text, in order.</summary>
    public static IEnumerable<string> GetWords(string? text) => text is null ? [] : GetWordsWithOffsets(text).Select(word => word.Token);

    /// <summary>Returns the words of a text with their positions: start and length in UTF-16 units of the given text.</summary>
    public static IEnumerable<(string Token, int Start, int Length)> GetWordsWithOffsets(string text)
    {
        var tokens = Tokenize(text);
        return tokens.Select(entry => (entry.Token.Word, entry.Start, entry.Length));
    }

    /// <summary>
    /// Returns the words with their positions, with camel-case words replaced by their parts; null if there are none.
    /// </summary>
    public static IEnumerable<(string Token, int Start, int Length)>? GetPartsWithOffsets(string text)
    {
        var tokens = Tokenize(text);
        if (!tokens.Exists(entry => !entry.Token.Parts.IsEmpty)) return null;
        return tokens.SelectMany(entry => entry.Token.Parts.IsEmpty
            ? [(entry.Token.Word, entry.Start, entry.Length)]
            : entry.Token.Parts.Select(part => (part.Token.Word, entry.Start + part.Start, part.Length)));
    }

    /// <summary>Returns whether a word is a single character of a script without spaces, or a symbol.</summary>
    public static bool IsSingleCharacterWord(string word) => WordSegmenter.IsSingleCharacterWord(Rune.GetRuneAt(word, 0));

    // Estimates the capacity, because a growing list is copied repeatedly.
    private static List<(Token Token, int Start, int Length)> Tokenize(string text)
    {
        var tokens = new List<(Token Token, int Start, int Length)>((text.Length / 5) + 1);
        Tokenize(text, tokens);
        return tokens;
    }

    /// <summary>Appends the words of a text to a list.</summary>
    internal static void Tokenize(string text, List<(Token Token, int Start, int Length)> into)
    {
        for (var wordSegmenter = new WordSegmenter(text); wordSegmenter.TryReadNext(out var start, out var length);)
        {
            var run = text.AsSpan(start, length);
            if (GetAsciiToken(run) is { } token || OtherCache.TryGet(run, out token)) into.Add((token, start, length));
            else Tokenize(run.ToString(), start, into);
        }
    }

    // A run can become several words in compatibility form, as a fraction does.
    private static void Tokenize(string run, int start, List<(Token Token, int Start, int Length)> tokens)
    {
        var countBefore = tokens.Count;
        var folded = TextFolding.FoldCase(run);
        for (var segmenter = new WordSegmenter(folded); segmenter.TryReadNext(out var partStart, out var partLength);)
            tokens.Add((Token.Create(TextFolding.FixFinalSigma(Shorten(folded.Substring(partStart, partLength)))), start, run.Length));
        if (tokens.Count != countBefore + 1 || run.Length > MaxWordLength) return;
        var token = tokens[countBefore].Token;
        if (GetParts(run) is { } wordParts) tokens[countBefore] = (token = Token.Create(token.Word, wordParts), start, run.Length);
        OtherCache.Add(run, token);
    }

    private static List<(Token Token, int Start, int Length)>? GetParts(string run)
    {
        if (CamelCaseSplitter.Split(run) is not { } ranges) return null;
        var parts = new List<(Token Token, int Start, int Length)>();
        foreach (var range in ranges)
        {
            var (start, length) = range.GetOffsetAndLength(run.Length);
            var countBefore = parts.Count;
            Tokenize(run.Substring(start, length), parts);
            // Gives up if a part becomes several words in compatibility form, because each part takes one position.
            if (parts.Count != countBefore + 1) return null;
            parts[countBefore] = (parts[countBefore].Token, start, length);
        }
        return parts;
    }

    // The fast path: most words are from a small vocabulary, so a known word is found without allocating a string.
    private static Token? GetAsciiToken(ReadOnlySpan<char> run)
    {
        if (run.Length > MaxWordLength || !Ascii.IsValid(run) || run[1..].ContainsAnyInRange('A', 'Z')) return null;
        Span<char> lowercase = stackalloc char[run.Length];
        Ascii.ToLower(run, lowercase, out _);
        if (AsciiCache.TryGet(lowercase, out var token)) return token;
        var word = lowercase.ToString();
        return AsciiCache.Add(word, Token.Create(word));
    }

    private static string Shorten(string word) =>
        word.Length <= MaxWordLength ? word : word[..(char.IsHighSurrogate(word[MaxWordLength - 1]) ? MaxWordLength - 1 : MaxWordLength)];
}
