namespace Sovia.Similarity;

/// <summary>
/// Builds the postings of some families. Uses a counting sort, because comparison sorting of millions of terms takes several times as
/// long.
/// </summary>
internal sealed class PostingsBuilder
{
    private readonly Dictionary<ulong, int> termNumbers = [];
    private readonly List<int> rowLengths = [], lastFamily = [], lastEntry = [];
    private readonly List<(int Term, int Family, float Count)> entries = [];

    /// <summary>Builds the postings of families, which are numbered in their order.</summary>
    public static TermPostings Build(IReadOnlyList<FamilyTerms> families)
    {
        var builder = new PostingsBuilder();
        for (var family = 0; family < families.Count; family++)
            foreach (var term in families[family].Terms) builder.Add(term, family);
        return builder.CreatePostings(families.Count);
    }

    private void Add(ulong term, int family)
    {
        if (!termNumbers.TryGetValue(term, out var number))
        {
            termNumbers[term] = number = rowLengths.Count;
            rowLengths.Add(0);
            lastFamily.Add(-1);
            lastEntry.Add(-1);
        }
        if (lastFamily[number] == family)
        {
            entries[lastEntry[number]] = entries[lastEntry[number]] with { Count = entries[lastEntry[number]].Count + 1 };
            return;
        }
        rowLengths[number]++;
        (lastFamily[number], lastEntry[number]) = (family, entries.Count);
        entries.Add((number, family, 1));
    }

    private TermPostings CreatePostings(int familyCount)
    {
        var terms = new ulong[rowLengths.Count];
        foreach (var (term, number) in termNumbers) terms[number] = term;
        var order = Enumerable.Range(0, terms.Length).ToArray();
        Array.Sort(terms, order);
        var (starts, positions) = (new int[terms.Length + 1], new int[terms.Length]);
        for (var row = 0; row < terms.Length; row++) starts[row + 1] = (positions[order[row]] = starts[row]) + rowLengths[order[row]];
        var (families, counts) = (new int[entries.Count], new float[entries.Count]);
        // Entries are ordered by family, so each row ends up sorted.
        foreach (var (term, family, count) in entries) (families[positions[term]], counts[positions[term]++]) = (family, count);
        return new(terms, starts, families, counts, familyCount);
    }
}
