namespace Sovia.Similarity;

/// <summary>The removed families of a segment. The segment itself is rebuilt only when much of it is out of date.</summary>
internal sealed class RemovedFamilies
{
    /// <summary>No removed families.</summary>
    public static readonly RemovedFamilies None = new(null, 0, [], []);

    private readonly bool[]? flags;
    private readonly int[] rows, removedCounts;

    private RemovedFamilies(bool[]? flags, int count, int[] rows, int[] counts) =>
        (this.flags, Count, this.rows, this.removedCounts) = (flags, count, rows, counts);

    /// <summary>The number of removed families.</summary>
    public int Count { get; }

    /// <summary>The rows of the terms that occur in any removed family, ascending.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The number of removed families that contain each of these terms, in the same order.</summary>
    public ReadOnlySpan<int> RemovedCounts => removedCounts;

    /// <summary>The numbers of the removed families.</summary>
    public IEnumerable<int> Numbers => flags is null ? [] : Enumerable.Range(0, flags.Length).Where(number => flags[number]);

    /// <summary>Returns whether a family is removed.</summary>
    public bool Contains(int number) => flags is not null && flags[number];

    /// <summary>Returns the number of removed families that contain a row's term.</summary>
    public int GetRemovedCount(int row) => Array.BinarySearch(rows, row) is >= 0 and var index ? removedCounts[index] : 0;

    /// <summary>Returns the set with further families added.</summary>
    /// <param name="part">The segment that contains the families.</param>
    /// <param name="isRemoved">Whether a family is to be removed.</param>
    public RemovedFamilies Add(IndexSegment part, Predicate<FamilyFacts> isRemoved)
    {
        var updatedFlags = flags is null ? new bool[part.Count] : [.. flags];
        var count = Count;
        for (var i = 0; i < updatedFlags.Length; i++)
            if (!updatedFlags[i] && isRemoved(part.Families[i])) (updatedFlags[i], count) = (true, count + 1);
        return count == Count ? this : Create(part, updatedFlags, count);
    }

    /// <summary>Creates the set of a segment's families with these numbers.</summary>
    public static RemovedFamilies Create(IndexSegment part, IEnumerable<int> numbers)
    {
        var (flags, count) = (new bool[part.Count], 0);
        foreach (var number in numbers) (flags[number], count) = (true, count + 1);
        return count == 0 ? None : Create(part, flags, count);
    }

    private static RemovedFamilies Create(IndexSegment part, bool[] flags, int count)
    {
        var (rows, counts) = (new List<int>(), new List<int>());
        var postings = part.Postings;
        for (var row = 0; row < postings.SharedRowCount; row++)
        {
            var removedCount = 0;
            foreach (var family in postings[row].Families)
                if (flags[family]) removedCount++;
            if (removedCount > 0) AddRow(row, removedCount);
        }
        var uniqueFamilies = postings.UniqueFamilies;
        for (var i = 0; i < uniqueFamilies.Length; i++)
            if (flags[uniqueFamilies[i]]) AddRow(postings.SharedRowCount + i, 1);
        return new(flags, count, [.. rows], [.. counts]);

        void AddRow(int row, int removedCount)
        {
            rows.Add(row);
            counts.Add(removedCount);
        }
    }
}
