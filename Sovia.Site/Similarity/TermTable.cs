using System.Numerics;

namespace Sovia.Similarity;

/// <summary>Ascending hashes of terms, with an index of their leading bits.</summary>
internal sealed class TermTable
{
    // The average number of terms in a bucket: few enough that a search in one stays within a cache line or two.
    private const int TermsPerBucket = 8;

    private const int MaxBucketBits = 20;

    // The first position of each bucket, and the end of the last. Hashes fill the buckets evenly.
    private readonly int[] bucketStarts;
    private readonly int bucketShift;

    /// <summary>Creates a table over an array and takes ownership of it.</summary>
    /// <param name="terms">The terms, ascending.</param>
    public TermTable(ulong[] terms)
    {
        Terms = terms;
        var bucketBits = Math.Clamp(BitOperations.Log2((uint)(terms.Length / TermsPerBucket) + 1), 1, MaxBucketBits);
        (bucketShift, bucketStarts) = (64 - bucketBits, new int[(1 << bucketBits) + 1]);
        for (int bucket = 0, position = 0; bucket < bucketStarts.Length - 1; bucketStarts[++bucket] = position)
            while (position < terms.Length && (int)(terms[position] >> bucketShift) == bucket) position++;
    }

    /// <summary>The terms, ascending.</summary>
    public ulong[] Terms { get; }

    /// <summary>The number of terms.</summary>
    public int Count => Terms.Length;

    /// <summary>Returns the position of a term; negative if it is not in the table.</summary>
    public int Find(ulong term)
    {
        var bucket = (int)(term >> bucketShift);
        return Array.BinarySearch(Terms, bucketStarts[bucket], bucketStarts[bucket + 1] - bucketStarts[bucket], term);
    }

    /// <summary>Returns the positions of the terms in a range.</summary>
    public Range FindRange(TermRange range) => FindFirst(range.First)..(range.IsLast ? Count : FindFirst(range.End));

    private int FindFirst(ulong term) => Find(term) is >= 0 and var position ? position : ~Find(term);
}
