using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>Interprets a search while it is being typed, when its last word may be incomplete.</summary>
public static class SearchAsYouType
{
    /// <summary>
    /// Returns the search with its last word replaced by "the word, or words that begin with it". A text that ends with anything but a bare
    /// word is returned unchanged: a space or a comma ends the word, quotes and <c>=</c> mean exact words, and an excluded word is not
    /// expanded.
    /// </summary>
    /// <param name="text">As typed, with the caret at the end.</param>
    public static string ExpandLastWord(string text)
    {
        var lastTokens = Lexer.Tokenize(text).TakeLast(2).ToList();
        if (lastTokens is not [.., { Kind: SyntaxToken.TokenKind.Chunk } last] || last.End < text.Length) return text;
        if (last.Text[0] == '=' || last.Text.Contains('*', StringComparison.Ordinal)) return text;
        if (lastTokens is [{ Kind: SyntaxToken.TokenKind.Not } notToken, _] && notToken.End == last.Start) return text;
        var words = Tokenizer.GetWordsWithOffsets(last.Text).ToList();
        if (words.Count == 0 || words[^1].Start + words[^1].Length < last.Length || Tokenizer.IsSingleCharacterWord(words[^1].Token))
            return text;
        return $"{text[..last.Start]}{(words.Count == 1 ? $"({last.Text} or {last.Text}*)" : $"{last.Text}*")}";
    }
}
