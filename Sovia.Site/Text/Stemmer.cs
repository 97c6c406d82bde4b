using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Sovia.Caching;
using Sovia.Index;

namespace Sovia.Text;

/// <summary>
/// What the inflected forms of a word have in common, by the Snowball rules for its script: English for Latin letters,
/// Russian for Cyrillic. Words of other scripts, and whatever holds a digit, are their own stem. A stem has no marks.
/// </summary>
public static class Stemmer
{
    private const int MostKnown = 50_000;

    private static readonly BoundedMemo<(string Stem, string? Lexeme)> Known = new(MostKnown);

    // A stemmer keeps state while it works.
    [ThreadStatic]
    private static SnowballProgram? english, russian;

    /// <summary>The stem of a word as <see cref="Tokenizer"/> gives it.</summary>
    public static string GetStem(string token) => Look(token).Stem;

    /// <summary>The lexeme of a word's stem; null where the word without its marks is its own.</summary>
    public static string? GetStemLexeme(string token) => Look(token).Lexeme;

    private static (string Stem, string? Lexeme) Look(string token)
    {
        if (Known.TryGet(token, out var known)) return known;
        var bare = TextFolding.RemoveDiacritics(token);
        var stem = Find(bare);
        return Known.Add(token, (stem, stem == bare ? null : SearchLexemes.ForStem(stem)));
    }

    private static string Find(string token) => ScriptOf(token) switch
    {
        'a' => Run(english ??= new EnglishStemmer(), token),
        'я' => Run(russian ??= new RussianStemmer(), token),
        _ => token,
    };

    private static string Run(SnowballProgram stemmer, string token)
    {
        stemmer.SetCurrent(token);
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem : token;
    }

    private static char ScriptOf(string token)
    {
        if (!token.AsSpan().ContainsAnyExceptInRange('a', 'z')) return 'a';
        foreach (var c in token)
            if (c is not (>= 'а' and <= 'я')) return '\0';
        return 'я';
    }
}
