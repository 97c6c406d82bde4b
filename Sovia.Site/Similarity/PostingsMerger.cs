namespace Sovia.Similarity;

/// <summary>Makes one index of several, row by row in the order of their terms.</summary>
internal static class PostingsMerger
{
    /// <summary>The postings of all. Terms that only families had that are left out go with them.</summary>
    /// <param name="parts">Each with the new numbers of its families, ascending; negative for those that are left out. Those of the next
    /// part follow.</param>
    /// <param name="size">How many families there are then.</param>
    public static TermPostings Merge(IReadOnlyList<(TermPostings Postings, int[] Numbers)> parts, int size)
    {
        var most = parts.Sum(part => part.Postings.EntryCount);
        var (terms, starts) = (new List<ulong>(), new List<int>());
        var (families, counts, at) = (new int[most], new float[most], 0);
        var rows = new int[parts.Count];
        // Which part has which term next; of equal terms the first part comes first.
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
