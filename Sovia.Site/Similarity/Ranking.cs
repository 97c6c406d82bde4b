using System.Buffers;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>Ranks the families of an index: traverses only the posting lists of the query's terms, and keeps the best families.</summary>
internal static class Ranking
{
    /// <summary>The factor for a family whose cover has the same model.</summary>
    public const double ModelBoost = 1.5;

    /// <summary>The factor for a family that shares a mode.</summary>
    public const double ModeBoost = 1.2;

    // Scores are rounded, because mathematically equal ones may differ in their last bits.
    private const int ScoreDigits = 9;

    // A term is common if more than one in this many families contains it: its posting list is long and its weight small.
    private const int CommonTermDivisor = 32;

    // Above these limits, traversing the posting lists is as fast as looking up single families in them.
    private const int MaxTake = 24, MaxCandidates = 1_024;

    /// <inheritdoc cref="SimilarityIndex.FindTop"/>
    public static IReadOnlyList<ScoredFamily> FindTop(SimilarityIndex index, SimilarityQuery query, int skip, int take)
    {
        var terms = WeightedTerms.Create(index, query);
        if (terms.Norm == 0) return [];
        var size = index.InverseNorms.Length;
        var buffer = ArrayPool<double>.Shared.Rent(size);
        try
        {
            var products = buffer.AsSpan(0, size);
            products.Clear();
            // Always adds rare terms first, so that both ways of adding the common terms give the same sums.
            var common = terms.Terms.ToLookup(term => term.Place.DocumentFrequency > index.Count / CommonTermDivisor);
            Accumulate(index, terms, common[false], products);
            if (skip + take <= MaxTake && FindCandidates(index, query, terms, [.. common[true]], products, skip + take) is { } candidates)
            {
                AccumulateCandidates(candidates, index, terms, common[true], products);
                return Rank(index, query, products, candidates, skip, take);
            }
            Accumulate(index, terms, common[true], products);
            return Rank(index, query, products, null, skip, take);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }
    }

    private static void Accumulate(SimilarityIndex index, WeightedTerms terms, IEnumerable<(TermLocation, double)> group, Span<double> sums)
    {
        foreach (var (place, weight) in group)
        {
            var product = weight * index.Idf[place.DocumentFrequency] / terms.Norm;
            if (place.MainRow >= 0) AddPostings(index.MainSegment.Postings[place.MainRow], product, sums);
            if (place.RecentRow >= 0) AddPostings(index.RecentSegment.Postings[place.RecentRow], product, sums[index.MainSegment.Count..]);
        }
    }

    // Returns the families that could be among the best once the common terms are added, ascending; null if they are too many. By the
    // Cauchy-Schwarz inequality, these terms add at most the length of their part of the query.
    private static List<int>? FindCandidates(SimilarityIndex index, SimilarityQuery query, WeightedTerms terms,
        IReadOnlyCollection<(TermLocation Place, double Weight)> common, Span<double> sums, int count)
    {
        var maxCommonScore = Math.Sqrt(common.Sum(term => term.Weight * term.Weight)) / terms.Norm;
        // The rare terms alone give a lower bound of a family's final score.
        if (Rank(index, query, sums, null, 0, count) is not { } best || best.Count < count) return null;
        var bound = (best[^1].Score / (ModelBoost * ModeBoost) * TopFamilies.Slack) - maxCommonScore;
        if (bound <= 0) return null;
        var candidates = new List<int>();
        var norms = index.InverseNorms;
        for (var i = CosineScan.FindNext(sums, norms, bound, 0); i < sums.Length; i = CosineScan.FindNext(sums, norms, bound, i + 1))
        {
            if (candidates.Count == MaxCandidates) return null;
            candidates.Add(i);
        }
        return candidates;
    }

    private static void AccumulateCandidates(List<int> candidates, SimilarityIndex index, WeightedTerms terms,
        IEnumerable<(TermLocation, double)> group, Span<double> sums)
    {
        var boundary = candidates.FindIndex(number => number >= index.MainSegment.Count) is var first and >= 0 ? first : candidates.Count;
        var numbers = CollectionsMarshal.AsSpan(candidates);
        foreach (var (place, weight) in group)
        {
            var product = weight * index.Idf[place.DocumentFrequency] / terms.Norm;
            if (place.MainRow >= 0) AddToCandidates(numbers[..boundary], 0, index.MainSegment.Postings[place.MainRow], product, sums);
            if (place.RecentRow >= 0)
                AddToCandidates(numbers[boundary..], index.MainSegment.Count, index.RecentSegment.Postings[place.RecentRow], product, sums);
        }
    }

    private static void AddToCandidates(ReadOnlySpan<int> numbers, int offset, PostingList list, double weight, Span<double> sums)
    {
        var (start, repeatStart) = (0, 0);
        foreach (var number in numbers)
        {
            if (!Contains(list.Families, number - offset, ref start)) continue;
            sums[number] += weight;
            if (Contains(list.RepeatingFamilies, number - offset, ref repeatStart)) sums[number] += weight * list.Repeats[repeatStart];
        }
    }

    // Sets the start to the first position that the next family can have.
    private static bool Contains(ReadOnlySpan<int> families, int number, ref int start)
    {
        var position = families[start..].BinarySearch(number);
        start += position >= 0 ? position : ~position;
        return position >= 0;
    }

    private static void AddPostings(PostingList list, double weight, Span<double> sums)
    {
        foreach (var family in list.Families) sums[family] += weight;
        for (var i = 0; i < list.Repeats.Length; i++) sums[list.RepeatingFamilies[i]] += weight * list.Repeats[i];
    }

    // Ranks all families if there are no candidates.
    private static List<ScoredFamily> Rank(SimilarityIndex index, SimilarityQuery query, Span<double> sums, List<int>? candidates, int skip,
        int take)
    {
        var best = new TopFamilies(skip + take);
        if (candidates is not null)
        {
            foreach (var i in candidates) AddScored(index, query, i, sums[i] * index.InverseNorms[i], best);
            return best.Drain(skip);
        }
        var norms = index.InverseNorms;
        // Nearly all families are below the threshold, which rises with each that is kept.
        for (var i = CosineScan.FindNext(sums, norms, best.Threshold, 0); i < sums.Length;
            i = CosineScan.FindNext(sums, norms, best.Threshold, i + 1))
            AddScored(index, query, i, sums[i] * norms[i], best);
        return best.Drain(skip);
    }

    private static void AddScored(SimilarityIndex index, SimilarityQuery query, int number, double cosine, TopFamilies best)
    {
        if (cosine <= best.Threshold) return;
        ref readonly var family = ref index.GetFacts(number);
        if (query.Ids.Contains(family.Id)) return;
        var sameModel = query.Model is { } model && model == family.Model;
        var sharedMode = family.Modes.Any(query.Modes.Contains);
        best.Add(new(family.Id, Math.Round(cosine * (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1), ScoreDigits), sameModel,
            sharedMode)
        { Number = number }, family.TimeKey);
    }
}
