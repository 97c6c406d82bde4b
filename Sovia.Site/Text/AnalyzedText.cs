using System.Text;

namespace Sovia.Text;

/// <summary>A text cut into words. What an index needs of it is made once, for however many rows it stands in.</summary>
public sealed class AnalyzedText
{
    // PostgreSQL allows a megabyte a row. What a family says beyond this is data and not language.
    private const int MostBytes = 600_000;

    private const int MostKept = 10_000;

    [ThreadStatic]
    private static List<(Token Token, int Start, int Length)>? kept;

    private readonly Token[] tokens;
    private readonly long size;
    private string[]? words, parts, lexemes;
    private byte[]? line;

    private AnalyzedText(Token[] tokens) => (this.tokens, size) = (tokens, tokens.Sum(token => (long)token.MaxBytes));

    /// <summary>Its words, in order.</summary>
    public IReadOnlyList<string> Words => words ??= Array.ConvertAll(tokens, token => token.Word);

    /// <summary>Its words with those that capitals mark in the places of those that they are part of; mostly the same.</summary>
    public IReadOnlyList<string> WordsWithParts => parts ??= [.. Spread(tokens).Select(token => token.Word)];

    /// <summary>All that its words are found by, each once, in the order of their characters.</summary>
    public IReadOnlyList<string> Lexemes => lexemes ??= Lexed(size < MostBytes ? tokens : Fitting(tokens));

    /// <summary>
    /// The words in UTF-8 as a phrase is looked for in them, as <see cref="FormatPhrase"/> writes them. Where there are marks, a line
    /// without them follows, as <see cref="FormatPhraseWithoutDiacritics"/> writes it; where capitals mark words, the same of its parts.
    /// </summary>
    public ReadOnlyMemory<byte> PhraseText => line ??= LinesOf(tokens);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => tokens.Length == 0;

    /// <summary>The text of these words.</summary>
    public static AnalyzedText Analyze(string text)
    {
        var found = kept ?? [];
        // Whatever goes wrong in between, nobody finds half a text.
        kept = null;
        Sovia.Text.Tokenizer.Tokenize(text, found);
        var cut = new AnalyzedText([.. found.Select(one => one.Token)]);
        found.Clear();
        if (found.Capacity <= MostKept) kept = found;
        return cut;
    }

    /// <summary>Words as they are written, with a space on both sides of each.</summary>
    public static string FormatPhrase(IEnumerable<string> words) => $" {string.Join(' ', words)} ";

    /// <summary>
    /// Words without marks, with another sign in the place of the space: what is looked for as it is written does not find them.
    /// </summary>
    public static string FormatPhraseWithoutDiacritics(IEnumerable<string> bare) => $"^{string.Join('^', bare)}^";

    /// <summary>The lexemes of several texts, each once, in the order of their characters.</summary>
    public static IReadOnlyList<string> UnionLexemes(IReadOnlyList<AnalyzedText> texts) => texts switch
    {
        [] => [],
        [var only] => only.Lexemes,
        _ when texts.Sum(text => text.size) < MostBytes => SortedSets.Union(texts.Select(text => text.Lexemes)),
        _ => Lexed(Fitting(texts.SelectMany(text => text.tokens))),
    };

    private static byte[] LinesOf(Token[] tokens)
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

    // The first ones that fit.
    private static List<Token> Fitting(IEnumerable<Token> tokens)
    {
        var (fitting, left) = (new HashSet<string>(StringComparer.Ordinal), MostBytes);
        return [.. tokens.TakeWhile(token => IsThere(token) || (left -= token.MaxBytes) > 0)];

        // Two spellings of a word can have other parts.
        bool IsThere(Token token) => !fitting.Add(token.Word) && token.Parts.IsEmpty;
    }
}
