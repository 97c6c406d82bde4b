namespace Sovia.Library.Search;

/// <summary>The words of a row as one string in which a phrase can be looked for: a space on both sides of each word, a line a text.</summary>
public static class RowText
{
    /// <summary>All texts of a row.</summary>
    public static string Of(IndexRow row) => string.Join('\n', row.Texts.Select(text => text.Line));

    /// <summary>One text, or a phrase to look for.</summary>
    public static string Of(IReadOnlyList<string> words) => new CutText(words).Line;
}
