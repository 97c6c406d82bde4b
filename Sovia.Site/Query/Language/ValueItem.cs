using System.Collections.Immutable;
using System.Text;

namespace Sovia.Query.Language;

/// <summary>One value of a list such as <c>a,"b c",d</c>.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsQuoted">Whether it was quoted, so that keywords have no special meaning.</param>
/// <param name="Start">Where it starts, including its quote.</param>
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
        start < text.Length && SyntaxCharacters.IsQuote(text[start]) ? Quoted(text, start) : Plain(text, start, ends);

    /// <summary>Quotes a value if it could otherwise be read as something else.</summary>
    internal static string QuoteIfNeeded(string text) =>
        text.Length > 0 && text[0] is not ('-' or '<' or '>' or '=') && text[^1] != '*'
        && !text.Any(c => SyntaxCharacters.IsTerminator(c) || SyntaxCharacters.IsQuote(c) || c == ',')
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static ValueItem Plain(string text, int start, Func<char, bool> ends)
    {
        var end = start;
        while (end < text.Length && text[end] != ',' && !ends(text[end])) end++;
        return new(text[start..end], false, start, end - start);
    }

    // A straight quote is closed by a straight one, and is escaped by doubling; a curly quote is closed by any quote.
    private static ValueItem Quoted(string text, int start)
    {
        var straight = text[start] == '"';
        var said = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (straight ? text[at] != '"' : !SyntaxCharacters.IsQuote(text[at])) said.Append(text[at]);
            else if (straight && at + 1 < text.Length && text[at + 1] == '"') said.Append(text[at++]);
            else return new(said.ToString(), true, start, at + 1 - start);
        }
        return new(said.ToString().TrimEnd(), true, start, text.Length - start, IsClosed: false);
    }
}
