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
        var (main, recent) = (mainSegment.Postings, recentSegment.Postings);
        var (mainFrequencies, recentFrequencies) = CountFamilies(main, removedFamilies, recent);
        var squares = new double[mainSegment.Count + recentSegment.Count];
        AddSquares(main, mainFrequencies, idf, squares.AsSpan(0, mainSegment.Count));
        AddSquares(recent, recentFrequencies, idf, squares.AsSpan(mainSegment.Count));
        for (var i = 0; i < squares.Length; i++)
            squares[i] = squares[i] <= 0 || (i < mainSegment.Count && removedFamilies.Contains(i)) ? 0 : 1 / Math.Sqrt(squares[i]);
        return squares;
    }

    // Returns how many families contain the term of a row, for the rows where this is not the row's length.
    private static (Dictionary<int, int> Main, Dictionary<int, int> Recent) CountFamilies(TermPostings main,
        RemovedFamilies removedFamilies, TermPostings recent)
    {
        var (mainFrequencies, recentFrequencies) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var i = 0; i < removedFamilies.Rows.Length; i++)
            mainFrequencies[removedFamilies.Rows[i]] = main.GetRowLength(removedFamilies.Rows[i]) - removedFamilies.RemovedCounts[i];
        for (var row = 0; row < recent.RowCount && main.RowCount > 0; row++)
            if (main.FindRow(recent.GetTerm(row)) is >= 0 and var mainRow)
                mainFrequencies[mainRow] = recentFrequencies[row] =
                    mainFrequencies.GetValueOrDefault(mainRow, main.GetRowLength(mainRow)) + recent.GetRowLength(row);
        return (mainFrequencies, recentFrequencies);
    }

    private static void AddSquares(TermPostings postings, Dictionary<int, int> frequencies, InverseDocumentFrequency idf,
        Span<double> squares)
    {
        // Nearly all terms occur once, and nearly all of these in no other segment: they have equal weights.
        var uniqueSquare = idf[1] * idf[1];
        for (var family = 0; family < squares.Length; family++) squares[family] += postings.UniqueTermCounts[family] * uniqueSquare;
        foreach (var (row, frequency) in frequencies)
            if (row >= postings.SharedRowCount)
                squares[postings[row].Families[0]] += (idf[frequency] * idf[frequency]) - uniqueSquare;
        for (var row = 0; row < postings.SharedRowCount; row++)
        {
            var list = postings[row];
            var isChanged = frequencies.TryGetValue(row, out var frequency);
            var weight = idf[isChanged ? frequency : list.Families.Length];
            foreach (var family in list.Families) squares[family] += weight * weight;
            // (1 + repeats)² - 1.
            for (var i = 0; i < list.Repeats.Length; i++)
                squares[list.RepeatingFamilies[i]] += weight * weight * list.Repeats[i] * (list.Repeats[i] + 2);
        }
    }
}
