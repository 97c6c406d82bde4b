using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>The terms of some texts: words without stop words, and pairs of words that follow each other once those are left out, each with how often it comes.</summary>
public sealed class TermCounts
{
    /// <summary>No terms.</summary>
    public static readonly TermCounts None = new([], []);

    private TermCounts(ulong[] terms, float[] counts) => (Terms, Counts) = (terms, counts);

    /// <summary>The terms' hashes, ascending. Of millions of terms in a library two have the same hash in one of a million libraries.</summary>
    public ReadOnlyMemory<ulong> Terms { get; }

    /// <summary>How often each comes, in the same order.</summary>
    public ReadOnlyMemory<float> Counts { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    /// <summary>The terms of texts, as <see cref="Named"/> gives them.</summary>
    public static TermCounts Of(IEnumerable<IReadOnlyList<string>> texts) => Of(Named(texts).GroupBy(HashOf).Select(group => (group.Key, (float)group.Count())));

    /// <summary>The sum of several, for what is like all of them.</summary>
    public static TermCounts Sum(IEnumerable<TermCounts> several) =>
        Of(several.SelectMany(one => Pairs(one)).GroupBy(pair => pair.Term).Select(group => (group.Key, group.Sum(pair => pair.Count))));

    /// <summary>The terms themselves, as they come. Pairs have a space between their words; none goes from one text into the next.</summary>
    /// <param name="texts">Texts cut into words, case-folded.</param>
    public static IEnumerable<string> Named(IEnumerable<IReadOnlyList<string>> texts)
    {
        foreach (var text in texts)
        {
            string? before = null;
            foreach (var word in text.Where(word => !StopWords.Has(word)))
            {
                yield return word;
                if (before is not null) yield return $"{before} {word}";
                before = word;
            }
        }
    }

    /// <summary>What a term is known by.</summary>
    public static ulong HashOf(string term) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(term.AsSpan()));

    private static IEnumerable<(ulong Term, float Count)> Pairs(TermCounts one) => Enumerable.Range(0, one.Terms.Length).Select(i => (one.Terms.Span[i], one.Counts.Span[i]));

    private static TermCounts Of(IEnumerable<(ulong Term, float Count)> pairs)
    {
        var sorted = pairs.OrderBy(pair => pair.Term).ToArray();
        return sorted.Length == 0 ? None : new(Array.ConvertAll(sorted, pair => pair.Term), Array.ConvertAll(sorted, pair => pair.Count));
    }
}
