using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>
/// Finds the families that can be among the best, by scores of single precision: their sums take half the memory and stay in the
/// processor's cache, which makes adding them twice as fast.
/// </summary>
internal static class CandidateFinder
{
    // More families than this have nearly equal scores only if they have equal prompts.
    private const int MaxCandidates = 1_024;

    /// <summary>Returns the candidates' numbers, ascending; null if they are too many.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">The query.</param>
    /// <param name="terms">The terms of the query.</param>
    /// <param name="count">How many families are sought.</param>
    public static List<int>? Find(SimilarityIndex index, SimilarityQuery query, WeightedTerms terms, int count)
    {
        var size = index.InverseNorms.Length;
        var buffer = ArrayPool<float>.Shared.Rent(size);
        try
        {
            var sums = buffer.AsSpan(0, size);
            sums.Clear();
            foreach (var (main, recent, weight) in terms.GetPostings(index))
            {
                AddPostings(index.MainSegment, main, (float)weight, sums);
                AddPostings(index.RecentSegment, recent, (float)weight, sums[index.MainSegment.Count..]);
            }
            // All weights are positive, so the relative error of a sum is at most the number of its terms times the rounding error.
            return Select(index, query, sums, count, 1 - ((terms.Terms.Count + 16) * 2 * MathF.Pow(2, -23)));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    // Keeps all families whose score is at least the last of the best scores times the tolerance.
    private static List<int>? Select(SimilarityIndex index, SimilarityQuery query, ReadOnlySpan<float> sums, int count, float tolerance)
    {
        var (best, candidates) = (new PriorityQueue<int, float>(), new List<(int Number, float Score)>());
        var (minScore, minCosine) = (0f, 0f);
        var norms = index.ApproximateInverseNorms;
        for (var i = CosineScan.FindNext(sums, norms, minCosine, 0); i < sums.Length;
            i = CosineScan.FindNext(sums, norms, minCosine, i + 1))
        {
            ref readonly var family = ref index.GetFacts(i);
            var score = sums[i] * norms[i] * (float)Ranking.GetBoost(query, family).Factor;
            if (score < minScore || query.Ids.Contains(family.Id)) continue;
            candidates.Add((i, score));
            if (best.Count < count) best.Enqueue(i, score);
            else best.EnqueueDequeue(i, score);
            if (best.Count == count && best.TryPeek(out _, out var last))
                (minScore, minCosine) = (last * tolerance, last * tolerance * tolerance / (float)(Ranking.ModelBoost * Ranking.ModeBoost));
            if (candidates.Count < 2 * MaxCandidates) continue;
            candidates.RemoveAll(candidate => candidate.Score < minScore);
            if (candidates.Count > MaxCandidates) return null;
        }
        candidates.RemoveAll(candidate => candidate.Score < minScore);
        return candidates.Count > MaxCandidates ? null : [.. candidates.Select(candidate => candidate.Number)];
    }

    private static void AddPostings(IndexSegment segment, int row, float weight, Span<float> sums)
    {
        if (row < 0) return;
        var list = segment.Postings[row];
        // Without bounds checks, which take a third of the time. The norms were computed from the same numbers, with checks.
        ref var first = ref MemoryMarshal.GetReference(sums);
        foreach (var family in list.Families) Unsafe.Add(ref first, family) += weight;
        for (var i = 0; i < list.Repeats.Length; i++) sums[list.RepeatingFamilies[i]] += weight * list.Repeats[i];
    }
}
