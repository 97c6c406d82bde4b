namespace Sovia.Similarity;

/// <summary>Families with their own inverted index. A family's number is its position.</summary>
/// <param name="Families">The families.</param>
/// <param name="Postings">The postings of their terms.</param>
internal sealed record IndexSegment(FamilyFacts[] Families, TermPostings Postings) : ITermSource
{
    /// <summary>A segment without families.</summary>
    public static readonly IndexSegment Empty = new([], TermPostings.Empty);

    public int Count => Families.Length;

    /// <inheritdoc/>
    public long OccurrenceCount => Postings.OccurrenceCount;

    /// <summary>Merges several sources into one segment, without the families removed from each.</summary>
    public static IndexSegment Merge(params IReadOnlyList<(ITermSource Source, RemovedFamilies Removed)> parts)
    {
        var nonEmptyParts = parts.Where(part => part.Source.Families.Length > part.Removed.Count).ToList();
        if (nonEmptyParts is []) return Empty;
        if (nonEmptyParts is [(IndexSegment singleSegment, { Count: 0 })]) return singleSegment;
        var (families, builder) = Number(nonEmptyParts);
        return new(families, builder.Build());
    }

    /// <summary>Builds a segment from batches that have no family in common, on all cores.</summary>
    public static async Task<IndexSegment> BuildAsync(IReadOnlyList<FamilyBatch> batches)
    {
        var (families, builder) = Number([.. batches.Select(batch => ((ITermSource)batch, RemovedFamilies.None))]);
        return new(families, await builder.BuildAsync());
    }

    /// <inheritdoc/>
    public void AppendTo(OccurrenceList occurrences, TermRange range, int[] newNumbers)
    {
        foreach (var row in Postings.FindRows(range)) Append(occurrences, Postings.GetTerm(row), Postings[row], newNumbers);
    }

    private static void Append(OccurrenceList occurrences, ulong term, PostingList list, int[] newNumbers)
    {
        var repeatIndex = 0;
        foreach (var family in list.Families)
        {
            var repeats = 0;
            if (repeatIndex < list.RepeatingFamilies.Length && list.RepeatingFamilies[repeatIndex] == family)
                repeats = (int)list.Repeats[repeatIndex++];
            if (newNumbers[family] is not (>= 0 and var number)) continue;
            occurrences.Reserve(repeats + 1);
            for (; repeats >= 0; repeats--) occurrences.Add(term, number);
        }
    }

    // Numbers the families of all parts in their order.
    private static (FamilyFacts[] Families, PostingsBuilder Builder) Number(
        IReadOnlyList<(ITermSource Source, RemovedFamilies Removed)> parts)
    {
        var families = new List<FamilyFacts>(parts.Sum(part => part.Source.Families.Length - part.Removed.Count));
        var newNumbers = new List<int[]>();
        foreach (var (source, removedFamilies) in parts)
        {
            var numbers = new int[source.Families.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = removedFamilies.Contains(i) ? -1 : families.Count;
                if (numbers[i] >= 0) families.Add(source.Families[i]);
            }
            newNumbers.Add(numbers);
        }
        return ([.. families], new([.. parts.Select(part => part.Source)], newNumbers, families.Count));
    }
}
