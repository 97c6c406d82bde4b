namespace Sovia.Similarity;

/// <summary>The terms of a query, weighted by an index.</summary>
internal sealed class WeightedTerms
{
    private WeightedTerms(List<(TermLocation Place, double Weight)> terms) =>
        (Terms, Norm) = (terms, Math.Sqrt(terms.Sum(term => term.Weight * term.Weight)));

    /// <summary>
    /// The distinct terms with their locations and weights, count times idf. Always in the same order, so that floating-point sums are
    /// reproducible.
    /// </summary>
    public List<(TermLocation Place, double Weight)> Terms { get; }

    /// <summary>The L2 norm of the weights.</summary>
    public double Norm { get; }

    /// <summary>
    /// Creates the terms of one family, or of several: the sum of their unit vectors, which is the centroid except for its length.
    /// </summary>
    public static WeightedTerms Create(SimilarityIndex index, SimilarityQuery query)
    {
        if (query.Families is [var only]) return new(Weigh(index, only));
        var sums = new SortedDictionary<ulong, (TermLocation Place, double Weight)>();
        foreach (var family in query.Families)
        {
            var weighed = Weigh(index, family, out var terms);
            var norm = Math.Sqrt(weighed.Sum(term => term.Weight * term.Weight));
            for (var i = 0; i < terms.Count; i++)
                sums[terms[i]] = (weighed[i].Place, sums.GetValueOrDefault(terms[i]).Weight + (weighed[i].Weight / norm));
        }
        return new([.. sums.Values]);
    }

    private static List<(TermLocation Place, double Weight)> Weigh(SimilarityIndex index, FamilyTerms family) =>
        Weigh(index, family, out _);

    private static List<(TermLocation Place, double Weight)> Weigh(SimilarityIndex index, FamilyTerms family, out List<ulong> terms)
    {
        ulong[] sorted = [.. family.Terms];
        Array.Sort(sorted);
        var weighed = new List<(TermLocation, double)>();
        terms = [];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from];) to++;
            var place = index.FindTerm(sorted[from]);
            terms.Add(sorted[from]);
            weighed.Add((place, (to - from) * index.Idf[place.DocumentFrequency]));
        }
        return weighed;
    }
}
