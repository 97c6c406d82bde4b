namespace Sovia.Similarity;

/// <summary>
/// Builds the postings of some families. Uses a counting sort, because comparison sorting of millions of terms takes several times as
/// long.
/// </summary>
internal sealed class PostingsBuilder
{
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<int> lengths = [], lastFamily = [], lastEntry = [];
    private readonly List<(int Term, int Family, float Count)> entries = [];

    /// <summary>Builds the postings of families, which are numbered in their order.</summary>
    public static TermPostings Build(IReadOnlyList<FamilyTerms> families)
    {
        var gather = new PostingsBuilder();
        for (var family = 0; family < families.Count; family++)
            foreach (var term in families[family].Terms) gather.Add(term, family);
        return gather.Placed(families.Count);
    }

    private void Add(ulong term, int family)
    {
        if (!numbers.TryGetValue(term, out var number))
        {
            numbers[term] = number = lengths.Count;
            lengths.Add(0);
            lastFamily.Add(-1);
            lastEntry.Add(-1);
        }
        if (lastFamily[number] == family)
        {
            entries[lastEntry[number]] = entries[lastEntry[number]] with { Count = entries[lastEntry[number]].Count + 1 };
            return;
        }
        lengths[number]++;
        (lastFamily[number], lastEntry[number]) = (family, entries.Count);
        entries.Add((number, family, 1));
    }

    private TermPostings Placed(int size)
    {
        var terms = new ulong[lengths.Count];
        foreach (var (term, number) in numbers) terms[number] = term;
        var order = Enumerable.Range(0, terms.Length).ToArray();
        Array.Sort(terms, order);
        var (starts, places) = (new int[terms.Length + 1], new int[terms.Length]);
        for (var row = 0; row < terms.Length; row++) starts[row + 1] = (places[order[row]] = starts[row]) + lengths[order[row]];
        var (families, counts) = (new int[entries.Count], new float[entries.Count]);
        // Entries are ordered by family, so each row ends up sorted.
        foreach (var (term, family, count) in entries) (families[places[term]], counts[places[term]++]) = (family, count);
        return new(terms, starts, families, counts, size);
    }
}
