using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>As much of a long text as fits a card, from near the first word that was looked for.</summary>
public static class Snippet
{
    private const int Longest = 300, Before = 60;

    // Most words that were looked for stand in the beginning; to take all of a prompt of ten thousand characters apart would cost as much
    // as the rest of a page.
    private const int Beginning = 1_200;

    /// <summary>The snippet; the text itself where it is short.</summary>
    public static string? Create(string? text, SearchHighlighter marks)
    {
        if (text is null || text.Length <= Longest) return text;
        var start = FirstIn(text.Length > Beginning ? text[..Beginning] : text, marks)
            ?? (text.Length > Beginning ? FirstIn(text, marks) : null) ?? 0;
        start = start <= Before ? 0 : text.IndexOf(' ', start - Before) is >= 0 and var space && space < start ? space + 1 : start;
        var end = Math.Min(text.Length, start + Longest);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(start > 0 ? "…" : "", text.AsSpan(start, end - start).Trim(), end < text.Length ? "…" : "");
    }

    private static int? FirstIn(string text, SearchHighlighter marks) =>
        marks.FindRanges(text).Select(mark => (int?)mark.Start).FirstOrDefault();
}
