namespace Sovia.Similarity;

/// <summary>
/// Computes the norms of the families' weighted terms. Recomputed after every change, because each new family changes all idf values.
/// </summary>
internal static class Norms
{
    /// <summary>
    /// Computes the inverse L2 norm of each family; 0 for families without terms and for removed ones. The recent segment's families follow
    /// those of the main segment.
    /// </summary>
    public static double[] ComputeInverse(IndexSegment settled, RemovedFamilies removedFamilies, IndexSegment fresh,
        InverseDocumentFrequency idf)
    {
        var squares = new double[settled.Count + fresh.Count];
        var (old, young) = (settled.Postings, fresh.Postings);
        var (row, next, gone) = (0, 0, 0);
        while (row < old.Count || next < young.Count)
        {
            var isOld = row < old.Count && (next == young.Count || old.Terms[row] <= young.Terms[next]);
            var isYoung = next < young.Count && (row == old.Count || young.Terms[next] <= old.Terms[row]);
            var having = (isOld ? old.GetRowLength(row) : 0) + (isYoung ? young.GetRowLength(next) : 0);
            if (isOld && gone < removedFamilies.Rows.Length && removedFamilies.Rows[gone] == row)
                having -= removedFamilies.RemovedCounts[gone++];
            var weight = idf[having];
            if (isOld) Add(old[row++], weight, squares);
            if (isYoung) Add(young[next++], weight, squares.AsSpan(settled.Count));
        }
        for (var i = 0; i < squares.Length; i++)
            squares[i] = squares[i] == 0 || (i < settled.Count && removedFamilies.Contains(i)) ? 0 : 1 / Math.Sqrt(squares[i]);
        return squares;
    }

    private static void Add(PostingList list, double weight, Span<double> squares)
    {
        var (families, counts) = list;
        for (var i = 0; i < families.Length; i++)
        {
            var weighed = counts[i] * weight;
            squares[families[i]] += weighed * weighed;
        }
    }
}
