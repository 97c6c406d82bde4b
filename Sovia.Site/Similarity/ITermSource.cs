namespace Sovia.Similarity;

/// <summary>Families and the occurrences of their terms, which are read one range of hashes at a time.</summary>
internal interface ITermSource
{
    /// <summary>The families. A family's number is its position.</summary>
    FamilyFacts[] Families { get; }

    /// <summary>The number of all occurrences.</summary>
    long OccurrenceCount { get; }

    /// <summary>
    /// Appends the occurrences of the terms in a range. The occurrences of each term are ordered by family.
    /// </summary>
    /// <param name="range">The range.</param>
    /// <param name="newNumbers">The new number of each family; negative for a family to be left out.</param>
    /// <param name="occurrences">The list to append to.</param>
    void AppendTo(OccurrenceList occurrences, TermRange range, int[] newNumbers);
}
