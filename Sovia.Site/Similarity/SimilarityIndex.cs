using Sovia.Jobs;

namespace Sovia.Similarity;

/// <summary>
/// Finds the families whose prompts are most similar to some terms: TF-IDF with raw counts, smooth idf and L2 norm, compared by cosine.
/// Immutable; <see cref="WithChanges"/> returns an updated index that shares unchanged data. Most families are in the main segment, and
/// recent changes in the recent segment.
/// </summary>
public sealed class SimilarityIndex
{
    // Segments are merged once recent and removed families together exceed 1,000 and an eighth of the main segment.
    private const int MinChangesToMerge = 1_000, MergeDivisor = 8;

    /// <summary>An index without families.</summary>
    public static readonly SimilarityIndex Empty = new(IndexSegment.Empty, RemovedFamilies.None, IndexSegment.Empty);

    internal SimilarityIndex(IndexSegment main, RemovedFamilies removedFamilies, IndexSegment recent)
    {
        (MainSegment, Removed, RecentSegment) = (main, removedFamilies, recent);
        Idf = new(Count);
        InverseNorms = Norms.ComputeInverse(main, removedFamilies, recent, Idf);
        ApproximateInverseNorms = Array.ConvertAll(InverseNorms, norm => (float)norm);
    }

    /// <summary>The number of families.</summary>
    public int Count => MainSegment.Count - Removed.Count + RecentSegment.Count;

    /// <summary>The segment with most families.</summary>
    internal IndexSegment MainSegment { get; }

    /// <summary>The families removed from the main segment.</summary>
    internal RemovedFamilies Removed { get; }

    /// <summary>The segment with recently added or changed families. Their numbers follow those of the main segment.</summary>
    internal IndexSegment RecentSegment { get; }

    /// <summary>The weights of terms in this index.</summary>
    internal InverseDocumentFrequency Idf { get; }

    /// <summary>The inverse norm of each family, by number.</summary>
    internal double[] InverseNorms { get; }

    /// <summary>The inverse norms in single precision.</summary>
    internal float[] ApproximateInverseNorms { get; }

    /// <summary>Builds an index from batches that have no family in common, on all cores.</summary>
    internal static async Task<SimilarityIndex> BuildAsync(IReadOnlyList<FamilyBatch> batches)
    {
        var segment = await IndexSegment.BuildAsync(batches);
        return await CpuScheduler.Run(() => new SimilarityIndex(segment, RemovedFamilies.None, IndexSegment.Empty));
    }

    /// <summary>Returns an index with changes applied. It finds the same families as one that is built from scratch.</summary>
    /// <param name="changed">Families that are new or have changed.</param>
    /// <param name="deleted">Families that were deleted or became unlisted.</param>
    public SimilarityIndex WithChanges(IReadOnlyCollection<FamilyTerms> changed, IReadOnlyCollection<Guid> deleted)
    {
        var removedIds = changed.Select(family => family.Facts.Id).Concat(deleted).ToHashSet();
        var added = new FamilyBatch([.. changed.DistinctBy(family => family.Facts.Id)]);
        var removedFamilies = Removed.Add(MainSegment, IsRemoved);
        var recent = IndexSegment.Merge((RecentSegment, RemovedFamilies.None.Add(RecentSegment, IsRemoved)), (added, RemovedFamilies.None));
        return recent.Count + removedFamilies.Count > Math.Max(MinChangesToMerge, MainSegment.Count / MergeDivisor)
            ? new(IndexSegment.Merge((MainSegment, removedFamilies), (recent, RemovedFamilies.None)), RemovedFamilies.None,
                IndexSegment.Empty)
            : new(MainSegment, removedFamilies, recent);

        bool IsRemoved(FamilyFacts family) => removedIds.Contains(family.Id);
    }

    /// <summary>
    /// Finds the families most similar to a query, most similar first; ties are ordered by newest, then by id. Omits families that share no
    /// term.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="skip">How many results to skip.</param>
    /// <param name="take">The maximum number of results.</param>
    public IReadOnlyList<ScoredFamily> FindTop(SimilarityQuery query, int skip, int take) =>
        Count == 0 || take <= 0 ? [] : Ranking.FindTop(this, query, skip, take);

    /// <summary>Returns the facts of a family.</summary>
    internal ref readonly FamilyFacts GetFacts(int number) =>
        ref number < MainSegment.Count ? ref MainSegment.Families[number] : ref RecentSegment.Families[number - MainSegment.Count];

    /// <summary>Returns a term's rows and the number of families that contain it.</summary>
    internal TermLocation FindTerm(ulong term)
    {
        var (mainRow, recentRow) = (MainSegment.Postings.FindRow(term), RecentSegment.Postings.FindRow(term));
        return new(mainRow, recentRow, (mainRow < 0 ? 0 : MainSegment.Postings.GetRowLength(mainRow) - Removed.GetRemovedCount(mainRow))
            + (recentRow < 0 ? 0 : RecentSegment.Postings.GetRowLength(recentRow)));
    }
}
