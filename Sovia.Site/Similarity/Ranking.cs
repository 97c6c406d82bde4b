using System.Buffers;
using System.Numerics;
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
    private const int Digits = 9;

    /// <inheritdoc cref="SimilarityIndex.FindTop"/>
    public static IReadOnlyList<ScoredFamily> FindTop(SimilarityIndex index, SimilarityQuery query, int skip, int take)
    {
        var terms = WeightedTerms.Create(index, query);
        if (terms.Norm == 0) return [];
        var size = index.InverseNorms.Length;
        var sums = ArrayPool<double>.Shared.Rent(size);
        try
        {
            var cosines = sums.AsSpan(0, size);
            cosines.Clear();
            Accumulate(index, terms, cosines);
            return Best(index, query, cosines, skip, take);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
        }
    }

    private static void Accumulate(SimilarityIndex index, WeightedTerms terms, Span<double> sums)
    {
        foreach (var (place, weight) in terms.Terms)
        {
            var product = weight * index.Idf[place.DocumentFrequency] / terms.Norm;
            if (place.MainRow >= 0) Add(index.MainSegment.Postings[place.MainRow], product, sums);
            if (place.RecentRow >= 0) Add(index.RecentSegment.Postings[place.RecentRow], product, sums[index.MainSegment.Count..]);
        }
    }

    private static void Add(PostingList list, double weight, Span<double> sums)
    {
        var (families, counts) = list;
        for (var i = 0; i < families.Length; i++) sums[families[i]] += weight * counts[i];
    }

    private static List<ScoredFamily> Best(SimilarityIndex index, SimilarityQuery query, Span<double> sums, int skip, int take)
    {
        var best = new TopFamilies(skip + take);
        var (model, modes) = (query.Model, query.Modes);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var norms = MemoryMarshal.Cast<double, Vector<double>>(index.InverseNorms.AsSpan());
        for (var block = 0; block <= wide.Length; block++)
        {
            // Skips blocks in which no family could reach the threshold with any boost, which is nearly all of them.
            if (block < wide.Length && !Vector.GreaterThanAny(wide[block] * norms[block], new Vector<double>(best.Threshold))) continue;
            var end = block < wide.Length ? (block + 1) * Vector<double>.Count : sums.Length;
            for (var i = block * Vector<double>.Count; i < end; i++)
            {
                var cosine = sums[i] * index.InverseNorms[i];
                if (cosine <= best.Threshold) continue;
                ref readonly var family = ref index.GetFacts(i);
                if (query.Ids.Contains(family.Id)) continue;
                var sameModel = model is not null && model == family.Model;
                var sharedMode = family.Modes.Any(modes.Contains);
                best.Add(new(family.Id, Math.Round(cosine * (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1), Digits), sameModel,
                    sharedMode)
                { Number = i }, family.TimeKey);
            }
        }
        return best.Drain(skip);
    }
}
