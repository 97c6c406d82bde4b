using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace Sovia.Similarity;

/// <summary>
/// The matrix of terms by families as an inverted index: a row is the posting list of a term. It holds raw counts, so that nothing has to
/// be weighed anew when families come and go.
/// </summary>
internal sealed class TermPostings
{
    /// <summary>No terms.</summary>
    public static readonly TermPostings Empty = new([], [0], [], [], 0);

    private readonly SparseCompressedRowMatrixStorage<float> rows;

    /// <summary>An index of these arrays, which belong to it from now on.</summary>
    /// <param name="terms">The terms, ascending.</param>
    /// <param name="starts">Where each row starts, and the end of the last.</param>
    /// <param name="families">The rows' families, ascending in each.</param>
    /// <param name="counts">How often the term comes in each.</param>
    /// <param name="size">How many families there are.</param>
    public TermPostings(ulong[] terms, int[] starts, int[] families, float[] counts, int size)
    {
        Terms = terms;
        // A matrix has a row and a column at least. Made from such arrays it would copy them and sort what is sorted.
        rows = (SparseCompressedRowMatrixStorage<float>)Matrix<float>.Build.Sparse(Math.Max(terms.Length, 1), Math.Max(size, 1)).Storage;
        starts.CopyTo(rows.RowPointers, 0);
        (rows.ColumnIndices, rows.Values) = (families, counts);
    }

    /// <summary>The terms, ascending.</summary>
    public ulong[] Terms { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => Terms.Length;

    /// <summary>How many entries all rows have together.</summary>
    public int EntryCount => Starts[Count];

    /// <summary>Where each row starts, and behind them the end of the last.</summary>
    public ReadOnlySpan<int> Starts => rows.RowPointers.AsSpan(0, Count + 1);

    /// <summary>The families of all rows.</summary>
    public ReadOnlySpan<int> Families => rows.ColumnIndices.AsSpan(0, EntryCount);

    /// <summary>The counts of all rows.</summary>
    public ReadOnlySpan<float> Counts => rows.Values.AsSpan(0, EntryCount);

    /// <summary>The row of a term; negative where no family has it.</summary>
    public int FindRow(ulong term) => Array.BinarySearch(Terms, term);

    /// <summary>How many families have the term of a row.</summary>
    public int GetRowLength(int row) => rows.RowPointers[row + 1] - rows.RowPointers[row];

    /// <summary>The posting list of a row.</summary>
    public PostingList this[int row]
    {
        get
        {
            var (from, length) = (rows.RowPointers[row], GetRowLength(row));
            return new(rows.ColumnIndices.AsSpan(from, length), rows.Values.AsSpan(from, length));
        }
    }
}
