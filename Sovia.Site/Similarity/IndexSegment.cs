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
        var nonEmptyParts = parts.Where(entry => entry.Part.Count > entry.Removed.Count).ToList();
        if (nonEmptyParts is []) return Empty;
        if (nonEmptyParts is [(var singlePart, { Count: 0 })]) return singlePart;
        var families = new List<FamilyFacts>(nonEmptyParts.Sum(entry => entry.Part.Count - entry.Removed.Count));
        var renumberedPostings = new List<(TermPostings, int[])>();
        foreach (var (part, removedFamilies) in nonEmptyParts)
        {
            var newNumbers = new int[part.Count];
            for (var i = 0; i < part.Count; i++)
            {
                newNumbers[i] = removedFamilies.Contains(i) ? -1 : families.Count;
                if (newNumbers[i] >= 0) families.Add(part.Families[i]);
            }
            renumberedPostings.Add((part.Postings, newNumbers));
        }
        return new([.. families], PostingsMerger.Merge(renumberedPostings, families.Count));
    }
}
