namespace Sovia.Library.Language;

/// <summary>What is being typed, for suggestions: nothing that can be completed, the name of a metatag, or a value of one.</summary>
/// <param name="What">Which of these.</param>
/// <param name="Tag">The metatag whose value it is.</param>
/// <param name="Prefix">What of it stands before the caret, without a quote.</param>
/// <param name="Start">Where what a suggestion replaces starts. Of a name, its colon belongs to it; of a value, its quotes.</param>
/// <param name="Length">How much of the text a suggestion replaces.</param>
public sealed record Completing(Completing.Part What, IMetatag? Tag, string Prefix, int Start, int Length)
{
    /// <summary>What can be completed.</summary>
    public enum Part
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
    public static Completing At(string text, int caret)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var lexeme = Lexer.Cut(text).FirstOrDefault(lexeme => lexeme.Start < caret && caret <= lexeme.End);
        return lexeme?.Kind switch
        {
            Lexeme.Of.Chunk or Lexeme.Of.Or when lexeme.Text.All(char.IsAsciiLetter) => Name(text, caret, lexeme.Start, lexeme.Length),
            Lexeme.Of.Metatag when caret <= lexeme.Start + lexeme.Text.Length => Name(text, caret, lexeme.Start, lexeme.Text.Length + 1),
            Lexeme.Of.Metatag when Metatags.Named(lexeme.Text) is { } tag => Value(text, caret, tag, lexeme.Items.Last(item => item.Start <= caret)),
            _ => new(Part.Nothing, null, "", caret, 0),
        };
    }

    private static Completing Name(string text, int caret, int start, int length) => new(Part.Name, null, text[start..caret], start, length);

    private static Completing Value(string text, int caret, IMetatag tag, ValueItem item)
    {
        var start = Math.Min(caret, item.Start + (item.IsQuoted ? 1 : 0));
        var end = item is { IsQuoted: true, IsClosed: true } && caret == item.End ? caret - 1 : caret;
        return new(Part.Value, tag, text[start..Math.Max(start, end)], item.Start, item.Length);
    }
}
