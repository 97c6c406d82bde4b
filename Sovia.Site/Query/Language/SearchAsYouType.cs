using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>What a search means while it is being typed: its last word may be the beginning of another.</summary>
public static class SearchAsYouType
{
    /// <summary>
    /// The same search with its last word, or words that begin so, in the place of that word. A text that ends with anything but a bare
    /// word is as it stands: a space or a comma has ended the word, quotes and <c>=</c> mean what is written, and what is left out is not
    /// guessed at.
    /// </summary>
    /// <param name="text">As typed, with the caret behind it.</param>
    public static string ExpandLastWord(string text)
    {
        var lexemes = Lexer.Tokenize(text).TakeLast(2).ToList();
        if (lexemes is not [.., { Kind: SyntaxToken.TokenKind.Chunk } last] || last.End < text.Length) return text;
        if (last.Text[0] == '=' || last.Text.Contains('*', StringComparison.Ordinal)) return text;
        if (lexemes is [{ Kind: SyntaxToken.TokenKind.Not } not, _] && not.End == last.Start) return text;
        var words = Tokenizer.GetWordsWithOffsets(last.Text).ToList();
        if (words.Count == 0 || words[^1].Start + words[^1].Length < last.Length || Tokenizer.IsSingleCharacterWord(words[^1].Token))
            return text;
        return $"{text[..last.Start]}{(words.Count == 1 ? $"({last.Text} or {last.Text}*)" : $"{last.Text}*")}";
    }
}
