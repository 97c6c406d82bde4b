using System.Collections.Immutable;
using System.Text;

namespace Sovia.Query.Language;

/// <summary>One value of a list such as <c>a,"b c",d</c>.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsQuoted">Whether it was quoted, so that keywords have no special meaning.</param>
/// <param name="Start">The start position, including the opening quote.</param>
/// <param name="Length">The length, including quotes.</param>
/// <param name="IsClosed">False if the closing quote is missing.</param>
public sealed record ValueItem(string Text, bool IsQuoted, int Start, int Length, bool IsClosed = true)
{
    /// <summary>The end position.</summary>
    public int End => Start + Length;

    /// <summary>
    /// Parses the list that starts at a position and ends before a terminator; returns at least one item, which may be empty.
    /// </summary>
    internal static ImmutableArray<ValueItem> ParseList(string text, int start, Func<char, bool> ends)
    {
        var items = ImmutableArray.CreateBuilder<ValueItem>();
        while (true)
        {
            var item = ParseItem(text, start, ends);
            items.Add(item);
            if (item.End >= text.Length || text[item.End] != ',') return items.ToImmutable();
            start = item.End + 1;
        }
    }

    /// <summary>Parses the item that starts at a position and ends before a comma or a terminator.</summary>
    internal static ValueItem ParseItem(string text, int start, Func<char, bool> ends) =>
        start < text.Length && SyntaxCharacters.IsQuote(text[start]) ? ParseQuoted(text, start) : ParsePlain(text, start, ends);

    /// <summary>Quotes a value if it could otherwise be read as something else.</summary>
    internal static string QuoteIfNeeded(string text) =>
        text.Length > 0 && text[0] is not ('-' or '<' or '>' or '=') && text[^1] != '*'
        && !text.Any(c => SyntaxCharacters.IsTerminator(c) || SyntaxCharacters.IsQuote(c) || c == ',')
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static ValueItem ParsePlain(string text, int start, Func<char, bool> isTerminator)
    {
        var end = start;
        while (end < text.Length && text[end] != ',' && !isTerminator(text[end])) end++;
        return new(text[start..end], false, start, end - start);
    }

    // A straight quote is closed by a straight one, and is escaped by doubling; a curly quote is closed by any quote.
    private static ValueItem ParseQuoted(string text, int start)
    {
        var isStraight = text[start] == '"';
        var content = new StringBuilder();
        for (var position = start + 1; position < text.Length; position++)
        {
            if (isStraight ? text[position] != '"' : !SyntaxCharacters.IsQuote(text[position])) content.Append(text[position]);
            else if (isStraight && position + 1 < text.Length && text[position + 1] == '"') content.Append(text[position++]);
            else return new(content.ToString(), true, start, position + 1 - start);
        }
        return new(content.ToString().TrimEnd(), true, start, text.Length - start, IsClosed: false);
    }
}
