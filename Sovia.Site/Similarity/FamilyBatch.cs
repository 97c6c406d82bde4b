namespace Sovia.Similarity;

/// <summary>New families with their terms, grouped by the leading bits of the terms' hashes, to be built into a segment.</summary>
internal sealed class FamilyBatch : ITermSource
{
    private const int GroupCount = 1 << TermRange.MaxBits, GroupShift = 64 - TermRange.MaxBits;

    // The start of each group, and the end of the last.
    private readonly int[] groupStarts = new int[GroupCount + 1];
    private readonly ulong[] terms;
    private readonly int[] numbers;

    /// <summary>Creates a batch of families, whose ids must be distinct.</summary>
    public FamilyBatch(IReadOnlyCollection<FamilyTerms> families)
    {
        Families = [.. families.Select(family => family.Facts)];
        foreach (var family in families)
            foreach (var term in family.Terms) groupStarts[(int)(term >> GroupShift) + 1]++;
        for (var group = 0; group < GroupCount; group++) groupStarts[group + 1] += groupStarts[group];
        (terms, numbers) = (new ulong[groupStarts[^1]], new int[groupStarts[^1]]);
        var (ends, number) = (groupStarts[..^1], 0);
        foreach (var family in families)
        {
            foreach (var term in family.Terms)
            {
                var position = ends[(int)(term >> GroupShift)]++;
                (terms[position], numbers[position]) = (term, number);
            }
            number++;
        }
    }

    /// <inheritdoc/>
    public FamilyFacts[] Families { get; }

    /// <inheritdoc/>
    public long OccurrenceCount => terms.Length;

    /// <inheritdoc/>
    public void AppendTo(OccurrenceList occurrences, TermRange range, int[] newNumbers)
    {
        var groupsPerRange = 1 << (TermRange.MaxBits - range.Bits);
        var (start, end) = (groupStarts[range.Number * groupsPerRange], groupStarts[(range.Number + 1) * groupsPerRange]);
        occurrences.Reserve(end - start);
        for (var i = start; i < end; i++)
            if (newNumbers[numbers[i]] is >= 0 and var number) occurrences.Add(terms[i], number);
    }
}
