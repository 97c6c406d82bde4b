using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace Sovia.Similarity;

/// <summary>
/// The matrix of terms by families as an inverted index: each row is the posting list of a term. Stores raw counts, so that no weight has
/// to be recomputed when families change.
/// </summary>
/// <remarks>
/// Six of seven terms of a large library occur once in it. Their rows come after those of the other terms and take 12 bytes each. Of the
/// other rows the families are stored apart from the counts, because nine of ten counts are 1: the sparse matrix holds only the repeats.
/// </remarks>
internal sealed class TermPostings
{
    /// <summary>Postings without terms.</summary>
    public static readonly TermPostings Empty = new(PostingArrays.Empty, 0);

    private readonly TermTable terms, uniqueTerms;
    private readonly int[] starts, families, uniqueFamilies;
    private readonly SparseCompressedRowMatrixStorage<float> repeats;

    /// <summary>Creates postings over these arrays and takes ownership of them.</summary>
    /// <param name="content">The content.</param>
    /// <param name="familyCount">The number of families.</param>
    public TermPostings(PostingArrays content, int familyCount)
    {
        (terms, uniqueTerms) = (new(content.Terms), new(content.UniqueTerms));
        (starts, families, uniqueFamilies) = (content.Starts, content.Families, content.UniqueFamilies);
        // A matrix needs at least one row and one column. Creating it from these arrays would copy them and sort them again.
        repeats = (SparseCompressedRowMatrixStorage<float>)
            Matrix<float>.Build.Sparse(Math.Max(terms.Count, 1), Math.Max(familyCount, 1)).Storage;
        content.RepeatStarts.CopyTo(repeats.RowPointers, 0);
        (repeats.ColumnIndices, repeats.Values) = (content.RepeatingFamilies, content.Repeats);
        UniqueTermCounts = new int[familyCount];
        foreach (var family in uniqueFamilies) UniqueTermCounts[family]++;
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => terms.Count + uniqueTerms.Count;

    /// <summary>The number of rows that have several occurrences. The rows after them have one each.</summary>
    public int SharedRowCount => terms.Count;

    /// <summary>The number of families in all rows.</summary>
    public int EntryCount => families.Length + uniqueFamilies.Length;

    /// <summary>The number of occurrences in all rows.</summary>
    public long OccurrenceCount => EntryCount + (long)repeats.Values.Sum(repeat => (double)repeat);

    /// <summary>How many terms each family has that occur once in all families.</summary>
    public int[] UniqueTermCounts { get; }

    /// <summary>The families of the rows with one occurrence, in the order of the rows.</summary>
    public ReadOnlySpan<int> UniqueFamilies => uniqueFamilies;

    /// <summary>The content.</summary>
    public PostingArrays Content => new(terms.Terms, starts, families, repeats.RowPointers[..starts.Length], repeats.ColumnIndices,
        repeats.Values, uniqueTerms.Terms, uniqueFamilies);

    /// <summary>Returns the term of a row.</summary>
    public ulong GetTerm(int row) => row < terms.Count ? terms.Terms[row] : uniqueTerms.Terms[row - terms.Count];

    /// <summary>Returns the row of a term; negative if no family contains it.</summary>
    public int FindRow(ulong term) => terms.Find(term) is >= 0 and var row ? row
        : uniqueTerms.Find(term) is >= 0 and var position ? terms.Count + position : -1;

    /// <summary>Returns the rows of the terms in a range: those with several occurrences, and those with one.</summary>
    public IEnumerable<int> FindRows(TermRange range)
    {
        var (shared, unique) = (terms.FindRange(range), uniqueTerms.FindRange(range));
        for (var row = shared.Start.Value; row < shared.End.Value; row++) yield return row;
        for (var position = unique.Start.Value; position < unique.End.Value; position++) yield return terms.Count + position;
    }

    /// <summary>Returns the number of families that contain a row's term.</summary>
    public int GetRowLength(int row) => row < terms.Count ? starts[row + 1] - starts[row] : 1;

    /// <summary>Returns the posting list of a row.</summary>
    public PostingList this[int row]
    {
        get
        {
            if (row >= terms.Count) return new(uniqueFamilies.AsSpan(row - terms.Count, 1), [], []);
            var (start, length) = (repeats.RowPointers[row], repeats.RowPointers[row + 1] - repeats.RowPointers[row]);
            return new(families.AsSpan(starts[row], GetRowLength(row)), repeats.ColumnIndices.AsSpan(start, length),
                repeats.Values.AsSpan(start, length));
        }
    }
}
