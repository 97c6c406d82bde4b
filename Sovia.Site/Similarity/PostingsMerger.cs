namespace Sovia.Similarity;

/// <summary>Merges several indexes into one, row by row in the order of their terms.</summary>
internal static class PostingsMerger
{
    /// <summary>Merges the postings. Drops terms that occurred only in dropped families.</summary>
    /// <param name="parts">The postings, with the new numbers of their families, ascending; negative for dropped families. The numbers of
    /// each part follow those of the part before.</param>
    /// <param name="size">The number of families after the merge.</param>
    public static TermPostings Merge(IReadOnlyList<(TermPostings Postings, int[] Numbers)> parts, int size)
    {
        var maxEntries = parts.Sum(part => part.Postings.EntryCount);
        var (terms, starts) = (new List<ulong>(), new List<int>());
        var (families, counts, position) = (new int[maxEntries], new float[maxEntries], 0);
        var rows = new int[parts.Count];
        // Orders the parts by their next term; for equal terms by part.
        var queue = new PriorityQueue<int, (ulong Term, int Part)>(parts.Select((part, number) => (part, number))
            .Where(item => item.part.Postings.Count > 0).Select(item => (item.number, (item.part.Postings.Terms[0], item.number))));
        while (queue.TryDequeue(out var part, out var key))
        {
            var (postings, newNumbers) = parts[part];
            var (familyNumbers, listCounts) = postings[rows[part]];
            var rowStart = position;
            for (var i = 0; i < familyNumbers.Length; i++)
                if (newNumbers[familyNumbers[i]] is >= 0 and var number) (families[position], counts[position++]) = (number, listCounts[i]);
            if (position > rowStart && (terms.Count == 0 || terms[^1] != key.Term))
            {
                terms.Add(key.Term);
                starts.Add(rowStart);
            }
            if (++rows[part] < postings.Count) queue.Enqueue(part, (postings.Terms[rows[part]], part));
        }
        starts.Add(position);
        if (position < maxEntries)
        {
            Array.Resize(ref families, position);
            Array.Resize(ref counts, position);
        }
        return new([.. terms], [.. starts], families, counts, size);
    }
}
