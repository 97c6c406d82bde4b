using Sovia.Query.Metatags;

namespace Sovia.Query.Language;

/// <summary>
/// What the user is typing, for suggestions: the name of a metatag, a value of a metatag, or something that cannot be completed.
/// </summary>
/// <param name="Kind">What can be completed.</param>
/// <param name="Metatag">The metatag of the value.</param>
/// <param name="Prefix">The text before the caret, without an opening quote.</param>
/// <param name="Start">Where the text that a suggestion replaces starts. It includes a name's colon and a value's quotes.</param>
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
        var syntaxToken = Lexer.Tokenize(text).FirstOrDefault(syntaxToken => syntaxToken.Start < caret && caret <= syntaxToken.End);
        return syntaxToken?.Kind switch
        {
            SyntaxToken.TokenKind.Chunk or SyntaxToken.TokenKind.Or when syntaxToken.Text.All(char.IsAsciiLetter) =>
                Name(text, caret, syntaxToken.Start, syntaxToken.Length),
            SyntaxToken.TokenKind.Metatag when caret <= syntaxToken.Start + syntaxToken.Text.Length =>
                Name(text, caret, syntaxToken.Start, syntaxToken.Text.Length + 1),
            SyntaxToken.TokenKind.Metatag when MetatagList.Find(syntaxToken.Text) is { } tag =>
                Value(text, caret, tag, syntaxToken.Items.Last(item => item.Start <= caret)),
            _ => new(CompletionKind.Nothing, null, "", caret, 0),
        };
    }

    private static CompletionContext Name(string text, int caret, int start, int length) =>
        new(CompletionKind.Name, null, text[start..caret], start, length);

    private static CompletionContext Value(string text, int caret, IMetatag tag, ValueItem item)
    {
        var start = Math.Min(caret, item.Start + (item.IsQuoted ? 1 : 0));
        var end = item is { IsQuoted: true, IsClosed: true } && caret == item.End ? caret - 1 : caret;
        return new(CompletionKind.Value, tag, text[start..Math.Max(start, end)], item.Start, item.Length);
    }
}
