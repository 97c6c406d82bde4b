namespace Sovia.Similarity;

/// <summary>Families with their own inverted index. A family's number is its position.</summary>
/// <param name="Families">The families.</param>
/// <param name="Postings">The postings of their terms.</param>
internal sealed record IndexSegment(FamilyFacts[] Families, TermPostings Postings)
{
    /// <summary>A segment without families.</summary>
    public static readonly IndexSegment Empty = new([], TermPostings.Empty);

    public int Count => Families.Length;

    /// <summary>Builds the segment of some families.</summary>
    public static IndexSegment Build(IReadOnlyList<FamilyTerms> families) =>
        families.Count == 0 ? Empty : new([.. families.Select(family => family.Facts)], PostingsBuilder.Build(families));

    /// <summary>Merges several segments into one, without the families removed from each.</summary>
    public static IndexSegment Merge(params IReadOnlyList<(IndexSegment Part, RemovedFamilies Removed)> parts)
    {
        var live = parts.Where(one => one.Part.Count > one.Removed.Count).ToList();
        if (live is []) return Empty;
        if (live is [(var only, { Count: 0 })]) return only;
        var families = new List<FamilyFacts>(live.Sum(one => one.Part.Count - one.Removed.Count));
        var numbered = new List<(TermPostings, int[])>();
        foreach (var (part, removedFamilies) in live)
        {
            var numbers = new int[part.Count];
            for (var i = 0; i < part.Count; i++)
            {
                numbers[i] = removedFamilies.Contains(i) ? -1 : families.Count;
                if (numbers[i] >= 0) families.Add(part.Families[i]);
            }
            numbered.Add((part.Postings, numbers));
        }
        return new([.. families], PostingsMerger.Merge(numbered, families.Count));
    }
}
