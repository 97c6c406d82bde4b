using Sovia.Query.Metatags;

namespace Sovia.Query.Language;

/// <summary>What is being typed, for suggestions: nothing that can be completed, the name of a metatag, or a value of one.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Metatag">The metatag whose value it is.</param>
/// <param name="Prefix">What of it stands before the caret, without a quote.</param>
/// <param name="Start">Where what a suggestion replaces starts. Of a name, its colon belongs to it; of a value, its quotes.</param>
/// <param name="Length">How much of the text a suggestion replaces.</param>
public sealed record CompletionContext(CompletionContext.CompletionKind Kind, IMetatag? Metatag, string Prefix, int Start, int Length)
{
    /// <summary>What can be completed.</summary>
    public enum CompletionKind
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>The name of a metatag; it may be a word as well.</summary>
        Name,

        /// <summary>A value of a metatag.</summary>
        Value,
    }

    /// <summary>What is being typed at a place of a search.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="caret">The place, in UTF-16 units; beyond an end it is that end.</param>
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
