using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace Sovia.Similarity;

/// <summary>
/// The matrix of terms by families as an inverted index: each row is the posting list of a term. Stores raw counts, so that no weight has
/// to be recomputed when families change.
/// </summary>
internal sealed class TermPostings
{
    /// <summary>Postings without terms.</summary>
    public static readonly TermPostings Empty = new([], [0], [], [], 0);

    // The average number of terms in a bucket: few enough that a search in one stays within a few cache lines.
    private const int TermsPerBucket = 32;

    private const int MaxBucketBits = 20;

    private readonly SparseCompressedRowMatrixStorage<float> matrix;

    // The first row of each bucket, and the end of the last. Terms are hashes, so their leading bits fill the buckets evenly.
    private readonly int[] bucketStarts;
    private readonly int bucketShift;

    /// <summary>Creates an index over these arrays and takes ownership of them.</summary>
    /// <param name="terms">The terms, ascending.</param>
    /// <param name="starts">The start of each row, and the end of the last.</param>
    /// <param name="families">The rows' families, ascending within each row.</param>
    /// <param name="counts">The term's number of occurrences in each family.</param>
    /// <param name="size">The number of families.</param>
    public TermPostings(ulong[] terms, int[] starts, int[] families, float[] counts, int size)
    {
        Terms = terms;
        var bucketBits = Math.Clamp(BitOperations.Log2((uint)(terms.Length / TermsPerBucket) + 1), 1, MaxBucketBits);
        (bucketShift, bucketStarts) = (64 - bucketBits, new int[(1 << bucketBits) + 1]);
        for (int bucket = 0, row = 0; bucket < bucketStarts.Length - 1; bucketStarts[++bucket] = row)
            while (row < terms.Length && (int)(terms[row] >> bucketShift) == bucket) row++;
        // A matrix needs at least one row and one column. Creating it from these arrays would copy them and sort them again.
        matrix = (SparseCompressedRowMatrixStorage<float>)Matrix<float>.Build.Sparse(Math.Max(terms.Length, 1), Math.Max(size, 1)).Storage;
        starts.CopyTo(matrix.RowPointers, 0);
        (matrix.ColumnIndices, matrix.Values) = (families, counts);
    }

    /// <summary>The terms, ascending.</summary>
    public ulong[] Terms { get; }

    /// <summary>The number of terms.</summary>
    public int Count => Terms.Length;

    /// <summary>The total number of entries in all rows.</summary>
    public int EntryCount => Starts[Count];

    /// <summary>The start of each row, followed by the end of the last.</summary>
    public ReadOnlySpan<int> Starts => matrix.RowPointers.AsSpan(0, Count + 1);

    /// <summary>The families of all rows.</summary>
    public ReadOnlySpan<int> Families => matrix.ColumnIndices.AsSpan(0, EntryCount);

    /// <summary>The counts of all rows.</summary>
    public ReadOnlySpan<float> Counts => matrix.Values.AsSpan(0, EntryCount);

    /// <summary>Returns the row of a term; negative if no family contains it.</summary>
    public int FindRow(ulong term)
    {
        var bucket = (int)(term >> bucketShift);
        return Array.BinarySearch(Terms, bucketStarts[bucket], bucketStarts[bucket + 1] - bucketStarts[bucket], term);
    }

    /// <summary>Returns the number of families that contain a row's term.</summary>
    public int GetRowLength(int row) => matrix.RowPointers[row + 1] - matrix.RowPointers[row];

    /// <summary>Returns the posting list of a row.</summary>
    public PostingList this[int row]
    {
        get
        {
            var (start, length) = (matrix.RowPointers[row], GetRowLength(row));
            return new(matrix.ColumnIndices.AsSpan(start, length), matrix.Values.AsSpan(start, length));
        }
    }
}
