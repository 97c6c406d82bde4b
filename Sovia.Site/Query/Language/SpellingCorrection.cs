using System.Text;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>Words that a search insists on, for the finder to look which of them occur nowhere and what is near.</summary>
public static class SpellingCorrection
{
    /// <summary>The words that stand in everything that is found, each once: bare, exact, or of a phrase. Not those of an "or".</summary>
    public static IEnumerable<string> GetRequiredWords(Term term) => Insisted(term).Distinct(StringComparer.Ordinal);

    /// <summary>A search with one word put in another's place wherever it is looked for. Values of metatags are left alone.</summary>
    /// <param name="search">As typed.</param>
    /// <param name="word">The word as <see cref="GetRequiredWords"/> gave it.</param>
    /// <param name="nearest">The word to offer.</param>
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
