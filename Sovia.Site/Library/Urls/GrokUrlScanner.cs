using System.Buffers;

namespace Sovia.Library.Urls;

/// <summary>Finds Grok URLs in text and markup, with or without a scheme, and with surrounding punctuation.</summary>
internal static class GrokUrlScanner
{
    private static readonly SearchValues<string> Marks =
        SearchValues.Create(["grok.com/", "x.ai/", "x.com/", "twimg.com/", "twitter.com/", "/imagine/", "users/"],
            StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Ends = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code),
        .. "\u007F\u0085\u00A0\u200B\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\u3000\uFFFD\"'<>|`^{}\\“”「」"]);
    private static readonly string[] Following = ["http://", "https://", "www.", "grok.com/", "assets.grok.com/", "imagine-public.x.ai/"];

    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".mp4", "/content"];

    /// <summary>Returns the ranges of URLs, in the order of the text.</summary>
    public static IEnumerable<Range> FindRanges(string text)
    {
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(Marks) is >= 0 and var hit)
        {
            var mark = at + hit;
            var end = EndOf(text, mark + 1);
            if (StartOf(text, mark, at) is { } start)
            {
                yield return start..end;
                at = end;
            }
            else at = mark + 1;
        }
    }

    /// <summary>Decodes slashes that scripts, markup or other URLs have escaped.</summary>
    public static string Unescape(string text)
    {
        text = text.Replace(@"\/", "/", StringComparison.Ordinal).Replace(@"\u002F", "/", StringComparison.OrdinalIgnoreCase)
            .Replace("&#x2F;", "/", StringComparison.OrdinalIgnoreCase).Replace("&#47;", "/", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
        return text.Contains("%3A%2F%2F", StringComparison.OrdinalIgnoreCase)
            ? text.Replace("%3A", ":", StringComparison.OrdinalIgnoreCase).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase) : text;
    }

    private static int? StartOf(string text, int mark, int floor)
    {
        if (text[mark] is '/') return mark == floor || !IsPart(text[mark - 1]) ? mark : null;
        if (text[mark] is 'u' or 'U')
        {
            var start = mark >= floor + 5 && text.AsSpan(mark - 5, 5).Equals("anon-", StringComparison.OrdinalIgnoreCase) ? mark - 5 : mark;
            if (start > floor && text[start - 1] is '/') start--;
            return (start == floor || !IsPart(text[start - 1])) && GuidParser.ParsePrefix(Segment(text, mark + "users/".Length)) is not null
                ? start : null;
        }
        var from = mark;
        while (from > floor && (char.IsAsciiLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-')) from--;
        foreach (var scheme in new[] { "https://", "http://", "//", "https_/", "http_/" })
            if (from - scheme.Length >= floor && text.AsSpan(from - scheme.Length, scheme.Length)
                .Equals(scheme, StringComparison.OrdinalIgnoreCase)) return from - scheme.Length;
        return from > floor && text[from - 1] is '@' or '/' or '_' ? null : from;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '@' or '%';

    private static ReadOnlySpan<char> Segment(string text, int from)
    {
        var rest = text.AsSpan(from);
        return rest.IndexOf('/') is >= 0 and var end ? rest[..end] : rest;
    }

    // URLs in lists are joined by commas, but a URL can also contain commas.
    private static int EndOf(string text, int from)
    {
        var rest = text.AsSpan(from);
        if (rest.IndexOfAny(Ends) is >= 0 and var end) rest = rest[..end];
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] is 'h' or 'H' && (rest[at..].StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest[at..].StartsWith("https://", StringComparison.OrdinalIgnoreCase))) return from + at;
            if (rest[at] is ']' && rest[(at + 1)..].StartsWith("(")) return from + at;
            if (rest[at] is ',' or ';' && (IsWhole(rest[..at]) || StartsAnother(rest[(at + 1)..]))) return from + at;
        }
        return from + rest.Length;
    }

    // In a table, the text of the next column follows the comma.
    private static bool IsWhole(ReadOnlySpan<char> address)
    {
        if (address.Length >= 36 && GuidParser.Parse(address[^36..]) is not null) return true;
        foreach (var end in Endings)
            if (address.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool StartsAnother(ReadOnlySpan<char> rest)
    {
        if (rest.Length >= 36 && GuidParser.Parse(rest[..36]) is not null) return true;
        foreach (var start in Following)
            if (rest.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
