using System.Text;

namespace Sovia.Library.Search;

/// <summary>A text cut into words. What an index needs of it is made once, for however many rows it stands in.</summary>
/// <param name="words">Its words, in order.</param>
public sealed class CutText(IReadOnlyList<string> words)
{
    // PostgreSQL allows a megabyte a row. What a family says beyond this is data and not language.
    private const int MostBytes = 600_000;

    private IReadOnlyCollection<string>? lexemes;
    private string? line;

    /// <summary>Its words, in order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Each word once, that of an inflected one followed by its stem behind a <c>~</c>.</summary>
    public IReadOnlyCollection<string> Lexemes => lexemes ??= Distinct();

    /// <summary>The words as a phrase is looked for in them: a space on both sides of each.</summary>
    public string Line => line ??= $" {string.Join(' ', words)} ";

    /// <summary>The text of these words.</summary>
    public static CutText Of(string text) => new([.. Search.Words.In(text)]);

    /// <summary>The lexemes of several texts, each once.</summary>
    public static IReadOnlyCollection<string> LexemesOf(IReadOnlyList<CutText> texts) => texts switch
    {
        [] => [],
        [var only] => only.Lexemes,
        _ => Union(texts),
    };

    /// <summary>Several texts as one string in which a phrase can be looked for: a line a text.</summary>
    public static string LinesOf(IReadOnlyList<CutText> texts) => string.Join('\n', texts.Select(text => text.Line));

    private HashSet<string> Distinct()
    {
        var all = new HashSet<string>(words.Count, StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var word in words)
            if (!all.Contains(word))
            {
                if (!Fits(word, ref left)) break;
                all.Add(word);
                if (Stem.LexemeOf(word) is { } stem) all.Add(stem);
            }
        return all;
    }

    private static HashSet<string> Union(IReadOnlyList<CutText> texts)
    {
        var all = new HashSet<string>(texts.Max(text => text.Lexemes.Count) * 2, StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var lexeme in texts.SelectMany(text => text.Lexemes))
        {
            if (lexeme[0] != '~' && !all.Contains(lexeme) && !Fits(lexeme, ref left)) break;
            all.Add(lexeme);
        }
        return all;
    }

    // Twice, because a stem may follow.
    private static bool Fits(string word, ref int left) => (left -= Encoding.UTF8.GetByteCount(word) * 2) > 0;
}
