using System.Text;

namespace Sovia.Text;

/// <summary>A text split into words. Its index data is computed once, however many rows contain the text.</summary>
public sealed class AnalyzedText
{
    // PostgreSQL limits a tsvector to one megabyte; text beyond this limit is data, not language.
    private const int MaxBytes = 600_000;

    private const int MaxKept = 10_000;

    [ThreadStatic]
    private static List<(Token Token, int Start, int Length)>? kept;

    private readonly Token[] tokens;
    private readonly long size;
    private string[]? words, parts, lexemes;
    private byte[]? line;

    private AnalyzedText(Token[] tokens) => (this.tokens, size) = (tokens, tokens.Sum(token => (long)token.MaxBytes));

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words => words ??= Array.ConvertAll(tokens, token => token.Word);

    /// <summary>The words, with camel-case words replaced by their parts; mostly the same as <see cref="Words"/>.</summary>
    public IReadOnlyList<string> WordsWithParts => parts ??= [.. Spread(tokens).Select(token => token.Word)];

    /// <summary>The distinct lexemes of the words, in ordinal order.</summary>
    public IReadOnlyList<string> Lexemes => lexemes ??= Lexed(size < MaxBytes ? tokens : Fitting(tokens));

    /// <summary>
    /// The words in UTF-8 in the form that phrase searches use (<see cref="FormatPhrase"/>). If there are diacritics, a line without them
    /// follows (<see cref="FormatPhraseWithoutDiacritics"/>); if there are camel-case words, the same lines of their parts follow.
    /// </summary>
    public ReadOnlyMemory<byte> PhraseText => line ??= GetLines(tokens);

    /// <summary>Whether the text has no words.</summary>
    public bool IsEmpty => tokens.Length == 0;

    /// <summary>Analyses a text.</summary>
    public static AnalyzedText Analyze(string text)
    {
        var found = kept ?? [];
        // Takes the buffer out of the field, so that an exception never leaves a partly filled buffer there.
        kept = null;
        Sovia.Text.Tokenizer.Tokenize(text, found);
        var cut = new AnalyzedText([.. found.Select(one => one.Token)]);
        found.Clear();
        if (found.Capacity <= MaxKept) kept = found;
        return cut;
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
        [var only] => only.Lexemes,
        _ when texts.Sum(text => text.size) < MaxBytes => SortedSets.Union(texts.Select(text => text.Lexemes)),
        _ => Lexed(Fitting(texts.SelectMany(text => text.tokens))),
    };

    private static byte[] GetLines(Token[] tokens)
    {
        if (Array.TrueForAll(tokens, token => token.Parts.IsEmpty)) return WithBare(tokens);
        return Joined(WithBare(tokens), WithBare([.. Spread(tokens)]));
    }

    private static byte[] WithBare(Token[] tokens) =>
        Array.TrueForAll(tokens, token => ReferenceEquals(token.WithoutDiacritics, token.Word)) ? Spaced(tokens)
        : Joined(Spaced(tokens), Bare(tokens));

    private static IEnumerable<Token> Spread(IEnumerable<Token> tokens) =>
        tokens.SelectMany(token => token.Parts.IsEmpty ? [token] : token.Parts.Select(part => part.Token));

    private static byte[] Spaced(Token[] tokens) => Parted(tokens, ' ', token => token.Word);

    private static byte[] Bare(Token[] tokens) => Parted(tokens, '^', token => token.WithoutDiacritics);

    private static byte[] Joined(params byte[][] lines)
    {
        using var joined = new MemoryStream(lines.Sum(line => line.Length + 1));
        foreach (var line in lines)
        {
            if (joined.Length > 0) joined.WriteByte((byte)'\n');
            joined.Write(line);
        }
        return joined.ToArray();
    }

    private static byte[] Parted(Token[] tokens, char by, Func<Token, string> word)
    {
        var bytes = new byte[tokens.Sum(token => Encoding.UTF8.GetByteCount(word(token)) + 1) + 1];
        bytes[0] = (byte)by;
        var at = 1;
        foreach (var token in tokens)
        {
            at += Encoding.UTF8.GetBytes(word(token), bytes.AsSpan(at));
            bytes[at++] = (byte)by;
        }
        return bytes;
    }

    private static string[] Lexed(IReadOnlyCollection<Token> tokens)
    {
        var all = new List<string>(tokens.Count * 2);
        foreach (var token in tokens) all.AddRange(token.Lexemes.AsSpan());
        return SortedSets.SortDistinct(all);
    }

    // Returns the first tokens that fit the limit.
    private static List<Token> Fitting(IEnumerable<Token> tokens)
    {
        var (fitting, left) = (new HashSet<string>(StringComparer.Ordinal), MaxBytes);
        return [.. tokens.TakeWhile(token => IsThere(token) || (left -= token.MaxBytes) > 0)];

        // A repeated word takes no more space, unless it has parts: spellings of the same word can have different ones.
        bool IsThere(Token token) => !fitting.Add(token.Word) && token.Parts.IsEmpty;
    }
}
