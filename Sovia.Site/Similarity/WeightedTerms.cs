namespace Sovia.Similarity;

/// <summary>The terms of a query, weighted by an index.</summary>
internal sealed class WeightedTerms
{
    private WeightedTerms(List<(TermLocation Location, double Weight)> terms) =>
        (Terms, Norm) = (terms, Math.Sqrt(terms.Sum(term => term.Weight * term.Weight)));

    /// <summary>
    /// The distinct terms with their locations and weights, count times idf. The order is always the same, so that floating-point sums are
    /// reproducible.
    /// </summary>
    public List<(TermLocation Location, double Weight)> Terms { get; }

    /// <summary>The L2 norm of the weights.</summary>
    public double Norm { get; }

    /// <summary>Returns the rows of the terms in both segments, and the weight of one occurrence in a compared family.</summary>
    public IEnumerable<(int MainRow, int RecentRow, double Weight)> GetPostings(SimilarityIndex index)
    {
        foreach (var (location, weight) in Terms)
            if (location.DocumentFrequency > 0)
                yield return (location.MainRow, location.RecentRow, weight * index.Idf[location.DocumentFrequency] / Norm);
    }

    /// <summary>
    /// Creates the terms of one family, or of several: the sum of their unit vectors, which is the centroid except for its length.
    /// </summary>
    public static WeightedTerms Create(SimilarityIndex index, SimilarityQuery query)
    {
        if (query.Families is [var singleFamily]) return new(Weigh(index, singleFamily));
        var sums = new SortedDictionary<ulong, (TermLocation Location, double Weight)>();
        foreach (var family in query.Families)
        {
            var weightedTerms = Weigh(index, family, out var terms);
            var norm = Math.Sqrt(weightedTerms.Sum(term => term.Weight * term.Weight));
            for (var i = 0; i < terms.Count; i++)
                sums[terms[i]] = (weightedTerms[i].Location, sums.GetValueOrDefault(terms[i]).Weight + (weightedTerms[i].Weight / norm));
        }
        return new([.. sums.Values]);
    }

    private static List<(TermLocation Location, double Weight)> Weigh(SimilarityIndex index, FamilyTerms family) =>
        Weigh(index, family, out _);

    private static List<(TermLocation Location, double Weight)> Weigh(SimilarityIndex index, FamilyTerms family, out List<ulong> terms)
    {
        ulong[] sortedTerms = [.. family.Terms];
        Array.Sort(sortedTerms);
        var weightedTerms = new List<(TermLocation, double)>();
        terms = [];
        for (int start = 0, end; start < sortedTerms.Length; start = end)
        {
            for (end = start + 1; end < sortedTerms.Length && sortedTerms[end] == sortedTerms[start];) end++;
            var location = index.FindTerm(sortedTerms[start]);
            terms.Add(sortedTerms[start]);
            weightedTerms.Add((location, (end - start) * index.Idf[location.DocumentFrequency]));
        }
        return weightedTerms;
    }
}
