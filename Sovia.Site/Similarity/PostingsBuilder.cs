namespace Sovia.Similarity;

/// <summary>Builds the postings of some families by sorting all occurrences of terms.</summary>
internal static class PostingsBuilder
{
    /// <summary>Builds the postings of families, which are numbered in their order.</summary>
    public static TermPostings Build(IReadOnlyList<FamilyTerms> families)
    {
        var length = families.Sum(family => family.Terms.Length);
        var (occurrences, numbers, position) = (new ulong[length], new int[length], 0);
        for (var number = 0; number < families.Count; number++)
        {
            var terms = families[number].Terms;
            terms.CopyTo(occurrences, position);
            numbers.AsSpan(position, terms.Length).Fill(number);
            position += terms.Length;
        }
        // Occurrences are ordered by family, so each row ends up sorted.
        RadixSort.Sort(occurrences, numbers);
        return Group(occurrences, numbers, families.Count);
    }

    private static TermPostings Group(ulong[] occurrences, int[] numbers, int familyCount)
    {
        var (rowCount, entryCount) = (0, 0);
        for (var i = 0; i < occurrences.Length; i++)
        {
            var isNewTerm = i == 0 || occurrences[i] != occurrences[i - 1];
            if (isNewTerm) rowCount++;
            if (isNewTerm || numbers[i] != numbers[i - 1]) entryCount++;
        }
        var (terms, starts, families, counts) = (new ulong[rowCount], new int[rowCount + 1], new int[entryCount], new float[entryCount]);
        var (row, entry) = (-1, -1);
        for (var i = 0; i < occurrences.Length; i++)
        {
            var isNewTerm = i == 0 || occurrences[i] != occurrences[i - 1];
            if (isNewTerm || numbers[i] != numbers[i - 1]) families[++entry] = numbers[i];
            if (isNewTerm) (terms[++row], starts[row]) = (occurrences[i], entry);
            counts[entry]++;
        }
        starts[rowCount] = entryCount;
        return new(terms, starts, families, counts, familyCount);
    }
}
