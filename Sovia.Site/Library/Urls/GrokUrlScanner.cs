using System.Buffers;
using System.Text.RegularExpressions;

namespace Sovia.Library.Urls;

/// <summary>Finds Grok URLs in text and markup, with or without a scheme, and with surrounding punctuation.</summary>
internal static partial class GrokUrlScanner
{
    // In a URL that another URL contains as a parameter: quotation marks, line ends and the marks of URLs.
    [GeneratedRegex("%(3A|2F|3F|3D|26|23|22|0A|0D|20)", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedCharacter();

    private static readonly SearchValues<string> UrlMarkers =
        SearchValues.Create(["grok.com/", "x.ai/", "x.com/", "twimg.com/", "twitter.com/", "/imagine/", "users/"],
            StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Terminators = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code),
        .. "\u007F\u0085\u00A0\u200B\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\u3000\uFFFD\"'<>|`^{}\\“”「」"]);
    private static readonly SearchValues<char> EndMarks = SearchValues.Create(",;:()[]*!$");

    private static readonly string[] UrlStarts = ["http://", "https://", "www.", "grok.com/", "assets.grok.com/", "imagine-public.x.ai/"];

    private static readonly string[] UrlSuffixes = [".jpg", ".jpeg", ".png", ".webp", ".mp4", "/content"];

    /// <summary>Returns the ranges of URLs, in the order of the text.</summary>
    public static IEnumerable<Range> FindRanges(string text)
    {
        var position = 0;
        while (position < text.Length && text.AsSpan(position).IndexOfAny(UrlMarkers) is >= 0 and var offset)
        {
            var mark = position + offset;
            var end = FindEnd(text, mark + 1);
            if (FindStart(text, mark, position) is { } start)
            {
                yield return start..end;
                position = end;
            }
            else position = mark + 1;
        }
    }

    /// <summary>Decodes slashes that scripts, markup or other URLs have escaped.</summary>
    public static string Unescape(string text)
    {
        text = text.Replace(@"\/", "/", StringComparison.Ordinal).Replace(@"\u002F", "/", StringComparison.OrdinalIgnoreCase)
            .Replace("&#x2F;", "/", StringComparison.OrdinalIgnoreCase).Replace("&#47;", "/", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
        return text.Contains("%3A%2F%2F", StringComparison.OrdinalIgnoreCase)
            ? EscapedCharacter().Replace(text, match => ((char)Convert.ToByte(match.Value[1..], 16)).ToString()) : text;
    }

    private static int? FindStart(string text, int mark, int floor)
    {
        if (text[mark] is '/') return mark == floor || !IsPart(text[mark - 1]) ? mark : null;
        if (text[mark] is 'u' or 'U')
        {
            var start = mark >= floor + 5 && text.AsSpan(mark - 5, 5).Equals("anon-", StringComparison.OrdinalIgnoreCase) ? mark - 5 : mark;
            if (start > floor && text[start - 1] is '/') start--;
            return (start == floor || !IsPart(text[start - 1])) && GuidParser.ParsePrefix(Segment(text, mark + "users/".Length)) is not null
                ? start : null;
        }
        var hostStart = mark;
        while (hostStart > floor && (char.IsAsciiLetterOrDigit(text[hostStart - 1]) || text[hostStart - 1] is '.' or '-')) hostStart--;
        foreach (var scheme in new[] { "https://", "http://", "//", "https_/", "http_/" })
            if (hostStart - scheme.Length >= floor && text.AsSpan(hostStart - scheme.Length, scheme.Length)
                .Equals(scheme, StringComparison.OrdinalIgnoreCase)) return hostStart - scheme.Length;
        return hostStart > floor && text[hostStart - 1] is '@' or '/' or '_' ? null : hostStart;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '@' or '%';

    private static ReadOnlySpan<char> Segment(string text, int start)
    {
        var remaining = text.AsSpan(start);
        return remaining.IndexOf('/') is >= 0 and var end ? remaining[..end] : remaining;
    }

    // Stops at the comma that separates URLs in a list, although a URL can also contain commas, and at text that follows a URL without a
    // space.
    private static int FindEnd(string text, int start)
    {
        var remaining = text.AsSpan(start);
        if (remaining.IndexOfAny(Terminators) is >= 0 and var end) remaining = remaining[..end];
        for (var i = 1; i < remaining.Length; i++)
        {
            if (remaining[i] is 'h' or 'H' && (remaining[i..].StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || remaining[i..].StartsWith("https://", StringComparison.OrdinalIgnoreCase))) return start + i;
            if (remaining[i] is ']' && remaining[(i + 1)..].StartsWith("(")) return start + i;
            if (remaining[i] is ',' or ';' && StartsNextUrl(remaining[(i + 1)..])) return start + i;
            if ((remaining[i] > '\u007F' || EndMarks.Contains(remaining[i])) && IsCompleteUrl(remaining[..i])) return start + i;
        }
        return start + remaining.Length;
    }

    // A URL can contain the marks that end one, but not behind an ID or a file extension.
    private static bool IsCompleteUrl(ReadOnlySpan<char> url)
    {
        if (url.Length >= 36 && GuidParser.Parse(url[^36..]) is not null) return true;
        foreach (var suffix in UrlSuffixes)
            if (url.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool StartsNextUrl(ReadOnlySpan<char> remaining)
    {
        if (remaining.Length >= 36 && GuidParser.Parse(remaining[..36]) is not null) return true;
        foreach (var start in UrlStarts)
            if (remaining.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
