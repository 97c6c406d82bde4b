using System.Text;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>
/// Finds the required words of a search, so that the caller can check whether they occur and suggest similar ones.
/// </summary>
public static class SpellingCorrection
{
    /// <summary>
    /// Returns the distinct words that every result must contain: bare, exact, or of a phrase, but not the alternatives of an "or".
    /// </summary>
    public static IEnumerable<string> GetRequiredWords(Term term) => Insisted(term).Distinct(StringComparer.Ordinal);

    /// <summary>Replaces a word in a search wherever it is searched for. Values of metatags stay unchanged.</summary>
    /// <param name="search">As typed.</param>
    /// <param name="word">The word as <see cref="GetRequiredWords"/> returned it.</param>
    /// <param name="nearest">The replacement.</param>
    public static string ReplaceWord(string search, string word, string nearest)
    {
        var mended = new StringBuilder(search);
        var places = from lexeme in Lexer.Tokenize(search)
                     where lexeme.Kind is SyntaxToken.TokenKind.Chunk or SyntaxToken.TokenKind.Phrase
                     from found in Tokenizer.GetWordsWithOffsets(search.Substring(lexeme.Start, lexeme.Length))
                     where found.Token == word
                     select (Start: lexeme.Start + found.Start, found.Length);
        foreach (var (start, length) in places.Reverse()) mended.Remove(start, length).Insert(start, nearest);
        return mended.ToString();
    }

    private static IEnumerable<string> Insisted(Term term) => term switch
    {
        Term.AllOf all => all.Parts.SelectMany(Insisted),
        Term.Word word => [word.Token],
        Term.Phrase phrase => phrase.Tokens,
        Term.Compound compound => compound.EndsWithPrefix ? compound.Tokens.SkipLast(1) : compound.Tokens,
        _ => [],
    };
}
