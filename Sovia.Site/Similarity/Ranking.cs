using System.Buffers;

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

    // Above this, computing the sums of all families is as fast as looking up single families in the posting lists.
    private const int MaxCandidateTake = 24;

    /// <inheritdoc cref="SimilarityIndex.FindTop"/>
    public static IReadOnlyList<ScoredFamily> FindTop(SimilarityIndex index, SimilarityQuery query, int skip, int take)
    {
        var terms = WeightedTerms.Create(index, query);
        if (terms.Norm == 0) return [];
        return skip + take <= MaxCandidateTake && CandidateFinder.Find(index, query, terms, skip + take) is { } candidates
            ? RankCandidates(index, query, terms, candidates, skip, take)
            : RankAll(index, query, terms, skip, take);
    }

    /// <summary>Returns the factor for a family.</summary>
    public static (bool SameModel, bool SharedMode, double Factor) GetBoost(SimilarityQuery query, in FamilyFacts family)
    {
        var sameModel = query.Model is { } model && model == family.Model;
        var sharedMode = false;
        foreach (var mode in family.Modes) sharedMode |= query.Modes.Contains(mode);
        return (sameModel, sharedMode, (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1));
    }

    private static List<ScoredFamily> RankCandidates(SimilarityIndex index, SimilarityQuery query, WeightedTerms terms,
        List<int> candidates, int skip, int take)
    {
        var (sums, best) = (new double[candidates.Count], new TopFamilies(skip + take));
        var boundary = candidates.FindIndex(number => number >= index.MainSegment.Count) is var first and >= 0 ? first : candidates.Count;
        int[] numbers = [.. candidates.Take(boundary), .. candidates.Skip(boundary).Select(number => number - index.MainSegment.Count)];
        foreach (var (main, recent, weight) in terms.GetPostings(index))
        {
            AddPostings(index.MainSegment, main, weight, numbers.AsSpan(0, boundary), sums.AsSpan(0, boundary));
            AddPostings(index.RecentSegment, recent, weight, numbers.AsSpan(boundary), sums.AsSpan(boundary));
        }
        for (var i = 0; i < sums.Length; i++) AddScored(index, query, candidates[i], sums[i] * index.InverseNorms[candidates[i]], best);
        return best.Drain(skip);
    }

    // Adds a term's weight to the sums of those of some families that contain it.
    private static void AddPostings(IndexSegment segment, int row, double weight, ReadOnlySpan<int> numbers, Span<double> sums)
    {
        if (row < 0 || numbers.IsEmpty) return;
        var list = segment.Postings[row];
        var (start, repeatStart) = (0, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!Contains(list.Families, numbers[i], ref start)) continue;
            sums[i] += weight;
            if (Contains(list.RepeatingFamilies, numbers[i], ref repeatStart)) sums[i] += weight * list.Repeats[repeatStart];
        }
    }

    // Sets the start to the first position that the next family can have.
    private static bool Contains(ReadOnlySpan<int> families, int number, ref int start)
    {
        var position = families[start..].BinarySearch(number);
        start += position >= 0 ? position : ~position;
        return position >= 0;
    }

    private static List<ScoredFamily> RankAll(SimilarityIndex index, SimilarityQuery query, WeightedTerms terms, int skip, int take)
    {
        var (norms, best) = (index.InverseNorms, new TopFamilies(skip + take));
        var buffer = ArrayPool<double>.Shared.Rent(norms.Length);
        try
        {
            var sums = buffer.AsSpan(0, norms.Length);
            sums.Clear();
            foreach (var (main, recent, weight) in terms.GetPostings(index))
            {
                AddPostings(index.MainSegment, main, weight, sums);
                AddPostings(index.RecentSegment, recent, weight, sums[index.MainSegment.Count..]);
            }
            // Nearly all families are below the threshold, which rises with each that is kept.
            for (var i = CosineScan.FindNext(sums, norms, best.Threshold, 0); i < sums.Length;
                i = CosineScan.FindNext(sums, norms, best.Threshold, i + 1))
                AddScored(index, query, i, sums[i] * norms[i], best);
            return best.Drain(skip);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }
    }

    // Adds a term's weight to the sums of all families that contain it.
    private static void AddPostings(IndexSegment segment, int row, double weight, Span<double> sums)
    {
        if (row < 0) return;
        var list = segment.Postings[row];
        foreach (var family in list.Families) sums[family] += weight;
        for (var i = 0; i < list.Repeats.Length; i++) sums[list.RepeatingFamilies[i]] += weight * list.Repeats[i];
    }

    private static void AddScored(SimilarityIndex index, SimilarityQuery query, int number, double cosine, TopFamilies best)
    {
        if (cosine <= best.Threshold) return;
        ref readonly var family = ref index.GetFacts(number);
        if (query.Ids.Contains(family.Id)) return;
        var (sameModel, sharedMode, factor) = GetBoost(query, family);
        best.Add(new(family.Id, Math.Round(cosine * factor, ScoreDigits), sameModel, sharedMode) { Number = number }, family.TimeKey);
    }
}
