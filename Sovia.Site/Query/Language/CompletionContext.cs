using Sovia.Query.Metatags;

namespace Sovia.Query.Language;

/// <summary>
/// The text at the caret, for suggestions: the name of a metatag, a value of a metatag, or a text that cannot be completed.
/// </summary>
/// <param name="Kind">The kind of text that can be completed.</param>
/// <param name="Metatag">The metatag of the value.</param>
/// <param name="Prefix">The text before the caret, without an opening quote.</param>
/// <param name="Start">The start of the text that a suggestion replaces, which includes a name's colon and a value's quotes.</param>
/// <param name="Length">The length of the text that a suggestion replaces.</param>
public sealed record CompletionContext(CompletionContext.CompletionKind Kind, IMetatag? Metatag, string Prefix, int Start, int Length)
{
    /// <summary>The kind of text that can be completed.</summary>
    public enum CompletionKind
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>The name of a metatag; it may also be a plain word.</summary>
        Name,

        /// <summary>A value of a metatag.</summary>
        Value,
    }

    /// <summary>Returns the completion context at a position in a search.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="caret">The position in UTF-16 units, clamped to the text.</param>
    public static CompletionContext FromCaret(string text, int caret)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var token = Lexer.Tokenize(text).FirstOrDefault(syntaxToken => syntaxToken.Start < caret && caret <= syntaxToken.End);
        return token?.Kind switch
        {
            SyntaxToken.TokenKind.Chunk or SyntaxToken.TokenKind.Or when token.Text.All(char.IsAsciiLetter) =>
                CreateNameContext(text, caret, token.Start, token.Length),
            SyntaxToken.TokenKind.Metatag when caret <= token.Start + token.Text.Length =>
                CreateNameContext(text, caret, token.Start, token.Text.Length + 1),
            SyntaxToken.TokenKind.Metatag when MetatagList.Find(token.Text) is { } tag =>
                CreateValueContext(text, caret, tag, token.Items.Last(item => item.Start <= caret)),
            _ => new(CompletionKind.Nothing, null, "", caret, 0),
        };
    }

    private static CompletionContext CreateNameContext(string text, int caret, int start, int length) =>
        new(CompletionKind.Name, null, text[start..caret], start, length);

    private static CompletionContext CreateValueContext(string text, int caret, IMetatag tag, ValueItem item)
    {
        var start = Math.Min(caret, item.Start + (item.IsQuoted ? 1 : 0));
        var end = item is { IsQuoted: true, IsClosed: true } && caret == item.End ? caret - 1 : caret;
        return new(CompletionKind.Value, tag, text[start..Math.Max(start, end)], item.Start, item.Length);
    }
}
