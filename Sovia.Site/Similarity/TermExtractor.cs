using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>
/// Extracts the terms of texts: words that are not stop words, and pairs of words that are adjacent once stop words are removed. A term is
/// identified by a hash.
/// </summary>
public static class TermExtractor
{
    /// <summary>
    /// Computes the hash of a term. The words of a pair are separated by a space. For a library with millions of terms, the probability
    /// that any two collide is one in a million.
    /// </summary>
    public static ulong ComputeHash(ReadOnlySpan<char> term) =>
        term.IndexOf(' ') is > 0 and var space ? ComputePairHash(ComputeHash(term[..space]), ComputeHash(term[(space + 1)..]))
        : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(term));

    /// <summary>Extracts the terms of tokenized texts, repeated for each occurrence.</summary>
    public static ulong[] Extract(IEnumerable<IReadOnlyList<string>> texts) =>
        ExtractFromLines(string.Join('\n', texts.Where(text => text.Count > 0).Select(text => $" {string.Join(' ', text)} ")));

    /// <summary>Extracts the terms of an index row's texts, repeated for each occurrence.</summary>
    /// <param name="lines">The row's texts, in the form described at <see cref="IndexRowTexts"/>.</param>
    public static ulong[] ExtractFromLines(string lines)
    {
        var (terms, words) = (new List<ulong>(), new List<(Range Range, int Lists)>());
        foreach (var line in IndexRowTexts.FindRanges(lines))
        {
            var text = lines.AsSpan()[line];
            words.Clear();
            // Each word is looked up in the lists of stop words once, because that takes as long as all the rest.
            foreach (var range in text.Split(' '))
                if (text[range] is { IsEmpty: false } word) words.Add((range, StopWords.GetLists(word)));
            var stopLists = StopWords.DetectLists(words.Select(word => word.Lists));
            ulong? previousHash = null;
            foreach (var (range, lists) in words)
            {
                if ((lists & stopLists) != 0) continue;
                var hash = ComputeHash(text[range]);
                terms.Add(hash);
                if (previousHash is { } first) terms.Add(ComputePairHash(first, hash));
                previousHash = hash;
            }
        }
        return [.. terms];
    }

    /// <summary>
    /// Extracts the same terms as text, each once, in order of occurrence. Omits pairs that are not adjacent in the text, because they read
    /// like nonsense.
    /// </summary>
    /// <param name="lines">The row's texts.</param>
    public static IReadOnlyList<string> ExtractNames(string lines)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in IndexRowTexts.FindRanges(lines))
        {
            string? previousWord = null;
            var words = lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var stopLists = StopWords.DetectLists(words.Select(word => StopWords.GetLists(word)));
            foreach (var word in words)
            {
                var isStop = (StopWords.GetLists(word) & stopLists) != 0;
                if (!isStop) names.Add(word);
                if (!isStop && previousWord is not null) names.Add($"{previousWord} {word}");
                previousWord = isStop ? null : word;
            }
        }
        return [.. names];
    }

    private static ulong ComputePairHash(ulong first, ulong second) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>([first, second]));
}
