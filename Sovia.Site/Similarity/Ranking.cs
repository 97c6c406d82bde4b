using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>Ranks the families of an index: walks the posting lists of the query's terms alone, and keeps the best.</summary>
internal static class Ranking
{
    /// <summary>How much more a family counts whose cover is of the same model.</summary>
    public const double ModelBoost = 1.5;

    /// <summary>How much more one counts that shares a mode.</summary>
    public const double ModeBoost = 1.2;

    // What is equal by the formula may differ in its last bits.
    private const int Digits = 9;

    /// <inheritdoc cref="SimilarityIndex.Top"/>
    public static IReadOnlyList<SimilarFamily> Top(SimilarityIndex index, SimilarityQuery query, int skip, int take)
    {
        var terms = WeighedTerms.Of(index, query);
        if (terms.Norm == 0) return [];
        var size = index.Inverse.Length;
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

    private static void Accumulate(SimilarityIndex index, WeighedTerms terms, Span<double> sums)
    {
        foreach (var (place, weight) in terms.Terms)
        {
            var product = weight * index.Idf[place.Having] / terms.Norm;
            if (place.Row >= 0) Add(index.Settled.Postings[place.Row], product, sums);
            if (place.Fresh >= 0) Add(index.Fresh.Postings[place.Fresh], product, sums[index.Settled.Count..]);
        }
    }

    private static void Add(PostingList list, double weight, Span<double> sums)
    {
        var (families, counts) = list;
        for (var i = 0; i < families.Length; i++) sums[families[i]] += weight * counts[i];
    }

    private static List<SimilarFamily> Best(SimilarityIndex index, SimilarityQuery query, Span<double> sums, int skip, int take)
    {
        var best = new BestFamilies(skip + take);
        var (model, modes) = (query.Model, query.Modes);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var norms = MemoryMarshal.Cast<double, Vector<double>>(index.Inverse.AsSpan());
        for (var block = 0; block <= wide.Length; block++)
        {
            // Nearly all end here: no boost would bring one of them among the best.
            if (block < wide.Length && !Vector.GreaterThanAny(wide[block] * norms[block], new Vector<double>(best.Floor))) continue;
            var end = block < wide.Length ? (block + 1) * Vector<double>.Count : sums.Length;
            for (var i = block * Vector<double>.Count; i < end; i++)
            {
                var cosine = sums[i] * index.Inverse[i];
                if (cosine <= best.Floor) continue;
                ref readonly var family = ref index.FactsOf(i);
                if (query.Ids.Contains(family.Id)) continue;
                var sameModel = model is not null && model == family.Model;
                var sharedMode = family.Modes.Any(modes.Contains);
                best.Add(new(family.Id, Math.Round(cosine * (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1), Digits), sameModel, sharedMode) { Number = i }, family.Age);
            }
        }
        return best.After(skip);
    }
}
