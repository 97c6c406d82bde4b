using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>An excerpt of a long text for a card, around the first match.</summary>
public static class Snippet
{
    private const int MaxLength = 300, LeadLength = 60;

    // Most matches are near the beginning, and analysing a whole prompt of ten thousand characters would cost as much as the rest of a
    // page.
    private const int FirstScanLength = 1_200;

    /// <summary>Returns the snippet, or the text itself if it is short.</summary>
    public static string? Create(string? text, SearchHighlighter highlighter)
    {
        if (text is null || text.Length <= MaxLength) return text;
        var start = FindFirstMatch(text.Length > FirstScanLength ? text[..FirstScanLength] : text, highlighter)
            ?? (text.Length > FirstScanLength ? FindFirstMatch(text, highlighter) : null) ?? 0;
        start = start <= LeadLength ? 0 : text.IndexOf(' ', start - LeadLength) is >= 0 and var space && space < start ? space + 1 : start;
        var end = Math.Min(text.Length, start + MaxLength);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(start > 0 ? "…" : "", text.AsSpan(start, end - start).Trim(), end < text.Length ? "…" : "");
    }

    private static int? FindFirstMatch(string text, SearchHighlighter highlighter) =>
        highlighter.FindRanges(text).Select(range => (int?)range.Start).FirstOrDefault();
}
