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
    /// Returns the distinct words that every result must contain: plain, exact or in a phrase, but no alternatives of an "or".
    /// </summary>
    public static IEnumerable<string> GetRequiredWords(Term term) => FindRequiredWords(term).Distinct(StringComparer.Ordinal);

    /// <summary>Replaces a word in a search wherever it is searched for. Values of metatags stay unchanged.</summary>
    /// <param name="search">As typed.</param>
    /// <param name="word">The word as <see cref="GetRequiredWords"/> returned it.</param>
    /// <param name="nearest">The replacement.</param>
    public static string ReplaceWord(string search, string word, string nearest)
    {
        var corrected = new StringBuilder(search);
        var matches = from token in Lexer.Tokenize(search)
                      where token.Kind is SyntaxToken.TokenKind.Chunk or SyntaxToken.TokenKind.Phrase
                      from match in Tokenizer.GetWordsWithOffsets(search.Substring(token.Start, token.Length))
                      where match.Token == word
                      select (Start: token.Start + match.Start, match.Length);
        foreach (var (start, length) in matches.Reverse()) corrected.Remove(start, length).Insert(start, nearest);
        return corrected.ToString();
    }

    private static IEnumerable<string> FindRequiredWords(Term term) => term switch
    {
        Term.AllOf all => all.Parts.SelectMany(FindRequiredWords),
        Term.Word word => [word.Token],
        Term.Phrase phrase => phrase.Tokens,
        Term.Compound compound => compound.EndsWithPrefix ? compound.Tokens.SkipLast(1) : compound.Tokens,
        _ => [],
    };
}
