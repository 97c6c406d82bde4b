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
        var most = parts.Sum(part => part.Postings.EntryCount);
        var (terms, starts) = (new List<ulong>(), new List<int>());
        var (families, counts, at) = (new int[most], new float[most], 0);
        var rows = new int[parts.Count];
        // Orders the parts by their next term; for equal terms by part.
        var next = new PriorityQueue<int, (ulong Term, int Part)>(parts.Select((part, number) => (part, number))
            .Where(one => one.part.Postings.Count > 0).Select(one => (one.number, (one.part.Postings.Terms[0], one.number))));
        while (next.TryDequeue(out var part, out var key))
        {
            var (postings, numbers) = parts[part];
            var (list, each) = postings[rows[part]];
            var from = at;
            for (var i = 0; i < list.Length; i++)
                if (numbers[list[i]] is >= 0 and var number) (families[at], counts[at++]) = (number, each[i]);
            if (at > from && (terms.Count == 0 || terms[^1] != key.Term))
            {
                terms.Add(key.Term);
                starts.Add(from);
            }
            if (++rows[part] < postings.Count) next.Enqueue(part, (postings.Terms[rows[part]], part));
        }
        starts.Add(at);
        if (at < most)
        {
            Array.Resize(ref families, at);
            Array.Resize(ref counts, at);
        }
        return new([.. terms], [.. starts], families, counts, size);
    }
}
