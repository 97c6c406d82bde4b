using System.Text;

namespace Sovia.Text;

/// <summary>A text split into words. Its index data is computed once, however many rows contain the text.</summary>
public sealed class AnalyzedText
{
    // PostgreSQL limits a tsvector to one megabyte; text beyond this limit is data, not language.
    private const int MaxBytes = 600_000;

    private const int MaxReusedCapacity = 10_000;

    [ThreadStatic]
    private static List<(Token Token, int Start, int Length)>? reusableBuffer;

    private readonly Token[] tokens;
    private readonly long size;
    private string[]? words, parts, lexemes;
    private byte[]? phraseText;

    private AnalyzedText(Token[] tokens) => (this.tokens, size) = (tokens, tokens.Sum(token => (long)token.MaxBytes));

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words => words ??= Array.ConvertAll(tokens, token => token.Word);

    /// <summary>The words, with camel-case words replaced by their parts; usually equal to <see cref="Words"/>.</summary>
    public IReadOnlyList<string> WordsWithParts => parts ??= [.. ExpandParts(tokens).Select(token => token.Word)];

    /// <summary>The distinct lexemes of the words, in ordinal order.</summary>
    public IReadOnlyList<string> Lexemes => lexemes ??= CollectLexemes(size < MaxBytes ? tokens : TakeFitting(tokens));

    /// <summary>
    /// The words in UTF-8 in the form that phrase searches use (<see cref="FormatPhrase"/>). If there are diacritics, a line without them
    /// follows (<see cref="FormatPhraseWithoutDiacritics"/>); if there are camel-case words, the same lines of their parts follow.
    /// </summary>
    public ReadOnlyMemory<byte> PhraseText => phraseText ??= FormatLines(tokens);

    /// <summary>Whether the text has no words.</summary>
    public bool IsEmpty => tokens.Length == 0;

    /// <summary>Analyses a text.</summary>
    public static AnalyzedText Analyze(string text)
    {
        var buffer = reusableBuffer ?? [];
        // Takes the buffer out of the field, so that an exception never leaves a partly filled buffer there.
        reusableBuffer = null;
        Sovia.Text.Tokenizer.Tokenize(text, buffer);
        var analyzed = new AnalyzedText([.. buffer.Select(entry => entry.Token)]);
        buffer.Clear();
        if (buffer.Capacity <= MaxReusedCapacity) reusableBuffer = buffer;
        return analyzed;
    }

    /// <summary>Formats words as written, with a space on both sides of each.</summary>
    public static string FormatPhrase(IEnumerable<string> words) => $" {string.Join(' ', words)} ";

    /// <summary>
    /// Formats words without diacritics, with another separator instead of the space, so that an exact phrase does not match them.
    /// </summary>
    public static string FormatPhraseWithoutDiacritics(IEnumerable<string> bare) => $"^{string.Join('^', bare)}^";

    /// <summary>Returns the distinct lexemes of several texts, in ordinal order.</summary>
    public static IReadOnlyList<string> UnionLexemes(IReadOnlyList<AnalyzedText> texts) => texts switch
    {
        [] => [],
        [var single] => single.Lexemes,
        _ when texts.Sum(text => text.size) < MaxBytes => SortedSets.Union(texts.Select(text => text.Lexemes)),
        _ => CollectLexemes(TakeFitting(texts.SelectMany(text => text.tokens))),
    };

    private static byte[] FormatLines(Token[] tokens)
    {
        if (Array.TrueForAll(tokens, token => token.Parts.IsEmpty)) return FormatWithBareLine(tokens);
        return JoinLines(FormatWithBareLine(tokens), FormatWithBareLine([.. ExpandParts(tokens)]));
    }

    private static byte[] FormatWithBareLine(Token[] tokens) =>
        Array.TrueForAll(tokens, token => ReferenceEquals(token.WithoutDiacritics, token.Word)) ? FormatSpaced(tokens)
        : JoinLines(FormatSpaced(tokens), FormatBare(tokens));

    private static IEnumerable<Token> ExpandParts(IEnumerable<Token> tokens) =>
        tokens.SelectMany(token => token.Parts.IsEmpty ? [token] : token.Parts.Select(part => part.Token));

    private static byte[] FormatSpaced(Token[] tokens) => JoinWords(tokens, ' ', token => token.Word);

    private static byte[] FormatBare(Token[] tokens) => JoinWords(tokens, '^', token => token.WithoutDiacritics);

    private static byte[] JoinLines(params byte[][] lines)
    {
        using var output = new MemoryStream(lines.Sum(line => line.Length + 1));
        foreach (var line in lines)
        {
            if (output.Length > 0) output.WriteByte((byte)'\n');
            output.Write(line);
        }
        return output.ToArray();
    }

    private static byte[] JoinWords(Token[] tokens, char separator, Func<Token, string> getWord)
    {
        var bytes = new byte[tokens.Sum(token => Encoding.UTF8.GetByteCount(getWord(token)) + 1) + 1];
        bytes[0] = (byte)separator;
        var offset = 1;
        foreach (var token in tokens)
        {
            offset += Encoding.UTF8.GetBytes(getWord(token), bytes.AsSpan(offset));
            bytes[offset++] = (byte)separator;
        }
        return bytes;
    }

    private static string[] CollectLexemes(IReadOnlyCollection<Token> tokens)
    {
        var allLexemes = new List<string>(tokens.Count * 2);
        foreach (var token in tokens) allLexemes.AddRange(token.Lexemes.AsSpan());
        return SortedSets.SortDistinct(allLexemes);
    }

    // Returns the first tokens that fit the limit.
    private static List<Token> TakeFitting(IEnumerable<Token> tokens)
    {
        var (seenWords, remainingBytes) = (new HashSet<string>(StringComparer.Ordinal), MaxBytes);
        return [.. tokens.TakeWhile(token => IsRepeated(token) || (remainingBytes -= token.MaxBytes) > 0)];

        // A repeated word takes no more space, unless it has parts: spellings of the same word can have different ones.
        bool IsRepeated(Token token) => !seenWords.Add(token.Word) && token.Parts.IsEmpty;
    }
}
