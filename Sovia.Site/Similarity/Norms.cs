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
    public static double[] ComputeInverse(IndexSegment mainSegment, RemovedFamilies removedFamilies, IndexSegment recentSegment,
        InverseDocumentFrequency idf)
    {
        var squares = new double[mainSegment.Count + recentSegment.Count];
        var (main, recent) = (mainSegment.Postings, recentSegment.Postings);
        var (mainRow, recentRow, removedIndex) = (0, 0, 0);
        while (mainRow < main.Count || recentRow < recent.Count)
        {
            var isInMain = mainRow < main.Count && (recentRow == recent.Count || main.Terms[mainRow] <= recent.Terms[recentRow]);
            var isInRecent = recentRow < recent.Count && (mainRow == main.Count || recent.Terms[recentRow] <= main.Terms[mainRow]);
            var documentFrequency = (isInMain ? main.GetRowLength(mainRow) : 0) + (isInRecent ? recent.GetRowLength(recentRow) : 0);
            if (isInMain && removedIndex < removedFamilies.Rows.Length && removedFamilies.Rows[removedIndex] == mainRow)
                documentFrequency -= removedFamilies.RemovedCounts[removedIndex++];
            var weight = idf[documentFrequency];
            if (isInMain) AddSquares(main[mainRow++], weight, squares);
            if (isInRecent) AddSquares(recent[recentRow++], weight, squares.AsSpan(mainSegment.Count));
        }
        for (var i = 0; i < squares.Length; i++)
            squares[i] = squares[i] == 0 || (i < mainSegment.Count && removedFamilies.Contains(i)) ? 0 : 1 / Math.Sqrt(squares[i]);
        return squares;
    }

    private static void AddSquares(PostingList list, double weight, Span<double> squares)
    {
        var (families, counts) = list;
        for (var i = 0; i < families.Length; i++)
        {
            var weightedCount = counts[i] * weight;
            squares[families[i]] += weightedCount * weightedCount;
        }
    }
}
