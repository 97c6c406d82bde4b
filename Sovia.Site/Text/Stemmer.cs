using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Sovia.Caching;
using Sovia.Index;

namespace Sovia.Text;

/// <summary>
/// Returns the common stem of a word's inflected forms by the Snowball rules for its script: English for Latin letters, Russian for
/// Cyrillic ones. Words of other scripts, and words with a digit, are their own stem. A stem has no diacritics.
/// </summary>
public static class Stemmer
{
    private const int MaxCachedWords = 50_000;

    private static readonly BoundedMemo<(string Stem, string? Lexeme)> Cache = new(MaxCachedWords);

    // One instance for each thread, because a stemmer is stateful.
    [ThreadStatic]
    private static SnowballProgram? english, russian;

    /// <summary>Returns the stem of a word from <see cref="Tokenizer"/>.</summary>
    public static string GetStem(string token) => GetOrComputeStem(token).Stem;

    /// <summary>Returns the lexeme of a word's stem; null if the word without diacritics is its own stem.</summary>
    public static string? GetStemLexeme(string token) => GetOrComputeStem(token).Lexeme;

    private static (string Stem, string? Lexeme) GetOrComputeStem(string token)
    {
        if (Cache.TryGet(token, out var cached)) return cached;
        var plainWord = TextFolding.RemoveDiacritics(token);
        var stem = ComputeStem(plainWord);
        return Cache.Add(token, (stem, stem == plainWord ? null : SearchLexemes.ForStem(stem)));
    }

    private static string ComputeStem(string token) => GetScript(token) switch
    {
        'a' => ApplyStemmer(english ??= new EnglishStemmer(), token),
        'я' => ApplyStemmer(russian ??= new RussianStemmer(), token),
        _ => token,
    };

    private static string ApplyStemmer(SnowballProgram stemmer, string token)
    {
        stemmer.SetCurrent(token);
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem : token;
    }

    private static char GetScript(string token)
    {
        if (!token.AsSpan().ContainsAnyExceptInRange('a', 'z')) return 'a';
        foreach (var c in token)
            if (c is not (>= 'а' and <= 'я')) return '\0';
        return 'я';
    }
}
