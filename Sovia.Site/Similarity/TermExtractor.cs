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
        var terms = new List<ulong>();
        foreach (var line in IndexRowTexts.FindRanges(lines))
        {
            ulong? previousHash = null;
            var stopLists = StopWords.DetectLists(lines.AsSpan()[line]);
            foreach (var range in lines.AsSpan()[line].Split(' '))
            {
                var word = lines.AsSpan()[line][range];
                if (word.IsEmpty || StopWords.Contains(word, stopLists)) continue;
                var hash = ComputeHash(word);
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
            var stopLists = StopWords.DetectLists(lines.AsSpan()[line]);
            foreach (var word in lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var isStop = StopWords.Contains(word, stopLists);
                if (!isStop) names.Add(word);
                if (!isStop && previousWord is not null) names.Add($"{previousWord} {word}");
                previousWord = isStop ? null : word;
            }
        }
        return [.. names];
    }

    private static ulong ComputePairHash(ulong first, ulong second) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>([first, second]));
}
