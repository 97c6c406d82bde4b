using System.Text;
using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>Words that a search insists on, for the finder to look which of them occur nowhere and what is near.</summary>
public static class Misspelt
{
    /// <summary>The words that stand in everything that is found, each once: bare, exact, or of a phrase. Not those of an "or".</summary>
    public static IEnumerable<string> WordsOf(Term term) => Insisted(term).Distinct(StringComparer.Ordinal);

    /// <summary>A search with one word put in another's place wherever it is looked for. Values of metatags are left alone.</summary>
    /// <param name="search">As typed.</param>
    /// <param name="word">The word as <see cref="WordsOf"/> gave it.</param>
    /// <param name="nearest">The word to offer.</param>
    public static string Mended(string search, string word, string nearest)
    {
        var mended = new StringBuilder(search);
        var places = from lexeme in Lexer.Cut(search)
                     where lexeme.Kind is Lexeme.Of.Chunk or Lexeme.Of.Phrase
                     from found in Words.WithPlaces(search.Substring(lexeme.Start, lexeme.Length))
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
        Term.Compound compound => compound.IsOpen ? compound.Tokens.SkipLast(1) : compound.Tokens,
        _ => [],
    };
}
