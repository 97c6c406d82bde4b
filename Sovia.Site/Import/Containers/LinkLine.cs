using System.Text;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>A line of text: the links in it, or bare ids if the line contains nothing else.</summary>
internal sealed class LinkLine
{
    // Longer links have a signature in their query, which is dropped.
    private const int MaxLinkLength = 300;

    private static readonly char[] WordSeparators = [' ', '\t', ',', ';', '<', '>', '"', '\'', '(', ')', '[', ']', '{', '}',
        '|', '\u00A0', '\uFEFF'];

    /// <param name="text">The line.</param>
    public LinkLine(string text)
    {
        text = GrokUrlScanner.Unescape(text);
        var (links, unmatchedText, unmatchedStart) = (new List<string>(), new StringBuilder(), 0);
        foreach (var range in GrokUrlScanner.FindRanges(text))
        {
            var url = text[range];
            if (!GrokUrl.Parse(url).ShouldReport) continue;
            links.Add(url.Length > MaxLinkLength ? url.Split('?')[0] : url);
            unmatchedText.Append(text, unmatchedStart, range.Start.Value - unmatchedStart).Append(' ');
            unmatchedStart = range.End.Value;
        }
        Remainder = unmatchedText.Append(text, unmatchedStart, text.Length - unmatchedStart).ToString();
        var words = Remainder.Split(WordSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => !IsMarker(word)).ToList();
        if (words.Count > 0 && words.TrueForAll(word => GuidParser.Parse(word) is not null))
        {
            links.AddRange(words);
            Remainder = "";
        }
        Links = links;
    }

    /// <summary>The links and ids.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>The line without its links and ids.</summary>
    public string Remainder { get; }

    // "-", "*", "•", "1.", "2)"
    private static bool IsMarker(string word) => word is "-" or "*" or "+" or "•" or "·" or "–" or "—" or "&" or "x"
        || (word.Length <= 5 && word.AsSpan().TrimEnd(".:").IndexOfAnyExceptInRange('0', '9') < 0);
}
