using System.Text;

namespace Sovia.Library.Search;

/// <summary>A text cut into words. What an index needs of it is made once, for however many rows it stands in.</summary>
public sealed class CutText
{
    // PostgreSQL allows a megabyte a row. What a family says beyond this is data and not language.
    private const int MostBytes = 600_000;

    private const int MostKept = 10_000;

    [ThreadStatic]
    private static List<(Token Token, int Start, int Length)>? kept;

    private readonly Token[] tokens;
    private readonly long size;
    private string[]? words, lexemes;
    private byte[]? line;

    private CutText(Token[] tokens) => (this.tokens, size) = (tokens, tokens.Sum(token => (long)SizeOf(token)));

    /// <summary>Its words, in order.</summary>
    public IReadOnlyList<string> Words => words ??= Array.ConvertAll(tokens, token => token.Word);

    /// <summary>Each word once and the stems of inflected ones behind a <c>~</c>, in the order of their characters.</summary>
    public IReadOnlyList<string> Lexemes => lexemes ??= Lexed(size < MostBytes ? tokens : Fitting(tokens));

    /// <summary>The words in UTF-8 as a phrase is looked for in them: a space on both sides of each.</summary>
    public ReadOnlyMemory<byte> Line => line ??= Spaced(tokens);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => tokens.Length == 0;

    /// <summary>The text of these words.</summary>
    public static CutText Of(string text)
    {
        var found = kept ?? [];
        // Whatever goes wrong in between, nobody finds half a text.
        kept = null;
        Search.Words.Cut(text, found);
        var cut = new CutText([.. found.Select(one => one.Token)]);
        found.Clear();
        if (found.Capacity <= MostKept) kept = found;
        return cut;
    }

    /// <summary>Words with a space on both sides of each.</summary>
    public static string LineOf(IEnumerable<string> words) => $" {string.Join(' ', words)} ";

    /// <summary>The lexemes of several texts, each once, in the order of their characters.</summary>
    public static IReadOnlyList<string> LexemesOf(IReadOnlyList<CutText> texts) => texts switch
    {
        [] => [],
        [var only] => only.Lexemes,
        _ when texts.Sum(text => text.size) < MostBytes => Sorted.Union(texts.Select(text => text.Lexemes)),
        _ => Lexed(Fitting(texts.SelectMany(text => text.tokens))),
    };

    private static byte[] Spaced(Token[] tokens)
    {
        var bytes = new byte[tokens.Sum(token => Encoding.UTF8.GetByteCount(token.Word) + 1) + 1];
        bytes[0] = (byte)' ';
        var at = 1;
        foreach (var token in tokens)
        {
            at += Encoding.UTF8.GetBytes(token.Word, bytes.AsSpan(at));
            bytes[at++] = (byte)' ';
        }
        return bytes;
    }

    private static string[] Lexed(IEnumerable<Token> tokens) => Sorted.Distinct(tokens.Select(token => token.Word).Concat(tokens.Select(token => token.Stem).OfType<string>()));

    // The first ones that fit.
    private static List<Token> Fitting(IEnumerable<Token> tokens)
    {
        var (fitting, left) = (new HashSet<string>(StringComparer.Ordinal), MostBytes);
        return [.. tokens.TakeWhile(token => fitting.Contains(token.Word) || ((left -= SizeOf(token)) > 0 && fitting.Add(token.Word)))];
    }

    // Twice the word, because a stem may follow.
    private static int SizeOf(Token token) => Encoding.UTF8.GetByteCount(token.Word) * 2;
}
