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

    // A term in more than one in this many families is common: its posting list is long, and its weight is small.
    private const int CommonOneIn = 32;

    // Beyond these, walking the lists takes no longer than looking families up in them.
    private const int MaxSearched = 24, MaxCandidates = 1_024;

    /// <inheritdoc cref="SimilarityIndex.FindTop"/>
    public static IReadOnlyList<ScoredFamily> FindTop(SimilarityIndex index, SimilarityQuery query, int skip, int take)
    {
        var terms = WeightedTerms.Create(index, query);
        if (terms.Norm == 0) return [];
        var size = index.InverseNorms.Length;
        var sums = ArrayPool<double>.Shared.Rent(size);
        try
        {
            var products = sums.AsSpan(0, size);
            products.Clear();
            // Rare terms first, always: sums are the same however the rest is added.
            var common = terms.Terms.ToLookup(term => term.Place.DocumentFrequency > index.Count / CommonOneIn);
            Accumulate(index, terms, common[false], products);
            if (skip + take <= MaxSearched && FindCandidates(index, query, terms, [.. common[true]], products, skip + take) is { } found)
            {
                AccumulateFor(found, index, terms, common[true], products);
                return Best(index, query, products, found, skip, take);
            }
            Accumulate(index, terms, common[true], products);
            return Best(index, query, products, null, skip, take);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
        }
    }

    private static void Accumulate(SimilarityIndex index, WeightedTerms terms, IEnumerable<(TermLocation, double)> some, Span<double> sums)
    {
        foreach (var (place, weight) in some)
        {
            var product = weight * index.Idf[place.DocumentFrequency] / terms.Norm;
            if (place.MainRow >= 0) Add(index.MainSegment.Postings[place.MainRow], product, sums);
            if (place.RecentRow >= 0) Add(index.RecentSegment.Postings[place.RecentRow], product, sums[index.MainSegment.Count..]);
        }
    }

    // Returns the families that could be among the best once the common terms are added, ascending; null if they are too many. By the
    // Cauchy-Schwarz inequality, these terms add at most the length of their part of the query.
    private static List<int>? FindCandidates(SimilarityIndex index, SimilarityQuery query, WeightedTerms terms,
        IReadOnlyCollection<(TermLocation Place, double Weight)> common, Span<double> sums, int count)
    {
        var most = Math.Sqrt(common.Sum(term => term.Weight * term.Weight)) / terms.Norm;
        // What the rare terms alone give is the least that a family will have.
        if (Best(index, query, sums, null, 0, count) is not { } best || best.Count < count) return null;
        var bound = (best[^1].Score / (ModelBoost * ModeBoost) * TopFamilies.Slack) - most;
        if (bound <= 0) return null;
        var found = new List<int>();
        var wide = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var norms = MemoryMarshal.Cast<double, Vector<double>>(index.InverseNorms.AsSpan());
        for (var block = 0; block <= wide.Length; block++)
        {
            if (block < wide.Length && !Vector.GreaterThanAny(wide[block] * norms[block], new Vector<double>(bound))) continue;
            var end = block < wide.Length ? (block + 1) * Vector<double>.Count : sums.Length;
            for (var i = block * Vector<double>.Count; i < end; i++)
                if (sums[i] * index.InverseNorms[i] > bound) found.Add(i);
            if (found.Count > MaxCandidates) return null;
        }
        return found;
    }

    private static void AccumulateFor(List<int> families, SimilarityIndex index, WeightedTerms terms,
        IEnumerable<(TermLocation, double)> some, Span<double> sums)
    {
        var recent = families.FindIndex(number => number >= index.MainSegment.Count) is var first and >= 0 ? first : families.Count;
        var numbers = CollectionsMarshal.AsSpan(families);
        foreach (var (place, weight) in some)
        {
            var product = weight * index.Idf[place.DocumentFrequency] / terms.Norm;
            if (place.MainRow >= 0) AddFor(numbers[..recent], 0, index.MainSegment.Postings[place.MainRow], product, sums);
            if (place.RecentRow >= 0)
                AddFor(numbers[recent..], index.MainSegment.Count, index.RecentSegment.Postings[place.RecentRow], product, sums);
        }
    }

    private static void AddFor(ReadOnlySpan<int> numbers, int offset, PostingList list, double weight, Span<double> sums)
    {
        var (families, counts) = list;
        var from = 0;
        foreach (var number in numbers)
        {
            var position = families[from..].BinarySearch(number - offset);
            from += position >= 0 ? position : ~position;
            if (position >= 0) sums[number] += weight * counts[from];
        }
    }

    private static void Add(PostingList list, double weight, Span<double> sums)
    {
        var (families, counts) = list;
        for (var i = 0; i < families.Length; i++) sums[families[i]] += weight * counts[i];
    }

    // Without candidates all families are looked at.
    private static List<ScoredFamily> Best(SimilarityIndex index, SimilarityQuery query, Span<double> sums, List<int>? candidates, int skip,
        int take)
    {
        var best = new TopFamilies(skip + take);
        if (candidates is not null)
        {
            foreach (var i in candidates) AddScored(index, query, i, sums[i] * index.InverseNorms[i], best);
            return best.Drain(skip);
        }
        var wide = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var norms = MemoryMarshal.Cast<double, Vector<double>>(index.InverseNorms.AsSpan());
        for (var block = 0; block <= wide.Length; block++)
        {
            // Skips blocks in which no family could reach the threshold with any boost, which is nearly all of them.
            if (block < wide.Length && !Vector.GreaterThanAny(wide[block] * norms[block], new Vector<double>(best.Threshold))) continue;
            var end = block < wide.Length ? (block + 1) * Vector<double>.Count : sums.Length;
            for (var i = block * Vector<double>.Count; i < end; i++) AddScored(index, query, i, sums[i] * index.InverseNorms[i], best);
        }
        return best.Drain(skip);
    }

    private static void AddScored(SimilarityIndex index, SimilarityQuery query, int number, double cosine, TopFamilies best)
    {
        if (cosine <= best.Threshold) return;
        ref readonly var family = ref index.GetFacts(number);
        if (query.Ids.Contains(family.Id)) return;
        var sameModel = query.Model is { } model && model == family.Model;
        var sharedMode = family.Modes.Any(query.Modes.Contains);
        best.Add(new(family.Id, Math.Round(cosine * (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1), Digits), sameModel,
            sharedMode)
        { Number = number }, family.TimeKey);
    }
}
