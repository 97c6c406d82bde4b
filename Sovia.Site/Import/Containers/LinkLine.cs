using System.Text;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>A line of text: the links in it, or bare ids if the line contains nothing else.</summary>
internal sealed class LinkLine
{
    // Longer links are signed, and the signature is not kept.
    private const int LongestLink = 300;

    private static readonly char[] Between = [' ', '\t', ',', ';', '<', '>', '"', '\'', '(', ')', '[', ']', '{', '}',
        '|', '\u00A0', '\uFEFF'];

    /// <param name="text">The line.</param>
    public LinkLine(string text)
    {
        text = GrokUrlScanner.Unescape(text);
        var (links, rest, from) = (new List<string>(), new StringBuilder(), 0);
        foreach (var range in GrokUrlScanner.FindRanges(text))
        {
            var address = text[range];
            if (!GrokUrl.Parse(address).ShouldReport) continue;
            links.Add(address.Length > LongestLink ? address.Split('?')[0] : address);
            rest.Append(text, from, range.Start.Value - from).Append(' ');
            from = range.End.Value;
        }
        Remainder = rest.Append(text, from, text.Length - from).ToString();
        var words = Remainder.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
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
