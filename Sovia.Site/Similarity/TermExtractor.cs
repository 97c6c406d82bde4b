using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>
/// The terms of texts: words without stop words, and pairs of words that follow each other once those are left out. A term is known by a
/// hash.
/// </summary>
public static class TermExtractor
{
    /// <summary>
    /// What a term is known by. A pair has a space between its words. Of the millions of terms of a library two have the same hash in one
    /// of a million libraries.
    /// </summary>
    public static ulong ComputeHash(ReadOnlySpan<char> term) =>
        term.IndexOf(' ') is > 0 and var space ? Pair(ComputeHash(term[..space]), ComputeHash(term[(space + 1)..]))
        : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(term));

    /// <summary>The terms of texts that are cut into words, as often as they come.</summary>
    public static ulong[] Extract(IEnumerable<IReadOnlyList<string>> texts) =>
        ExtractFromLines(string.Join('\n', texts.Where(text => text.Count > 0).Select(text => $" {string.Join(' ', text)} ")));

    /// <summary>The terms of the texts of an index row, as often as they come.</summary>
    /// <param name="lines">The row's texts; <see cref="IndexedTexts"/> says how they are written.</param>
    public static ulong[] ExtractFromLines(string lines)
    {
        var terms = new List<ulong>();
        foreach (var line in IndexedTexts.FindRanges(lines))
        {
            ulong? before = null;
            var stops = StopWords.DetectLists(lines.AsSpan()[line]);
            foreach (var range in lines.AsSpan()[line].Split(' '))
            {
                var word = lines.AsSpan()[line][range];
                if (word.IsEmpty || StopWords.Contains(word, stops)) continue;
                var hash = ComputeHash(word);
                terms.Add(hash);
                if (before is { } first) terms.Add(Pair(first, hash));
                before = hash;
            }
        }
        return [.. terms];
    }

    /// <summary>
    /// The same terms, each once and in words, in the order in which they come. Of pairs only those that stand side by side, for others
    /// read like nonsense.
    /// </summary>
    /// <param name="lines">The row's texts.</param>
    public static IReadOnlyList<string> ExtractNames(string lines)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in IndexedTexts.FindRanges(lines))
        {
            string? before = null;
            var stops = StopWords.DetectLists(lines.AsSpan()[line]);
            foreach (var word in lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var isStop = StopWords.Contains(word, stops);
                if (!isStop) named.Add(word);
                if (!isStop && before is not null) named.Add($"{before} {word}");
                before = isStop ? null : word;
            }
        }
        return [.. named];
    }

    private static ulong Pair(ulong first, ulong second) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>([first, second]));
}
