namespace Sovia.Similarity;

/// <summary>
/// Finds the families whose prompts are most like some terms: TF-IDF with raw counts, smooth idf and L2 norm, compared by cosine. It never
/// changes;
/// <see cref="WithChanges"/> gives the next one, which shares with it what has not changed: most families lie in a settled part, and what
/// came lately in a fresh one.
/// </summary>
public sealed class SimilarityIndex
{
    // The fresh part and what was removed may be so much of the settled one before all are joined.
    private const int Least = 1_000, OneIn = 8;

    /// <summary>The index of no families.</summary>
    public static readonly SimilarityIndex Empty = new(IndexSegment.Empty, RemovedFamilies.None, IndexSegment.Empty);

    internal SimilarityIndex(IndexSegment settled, RemovedFamilies removedFamilies, IndexSegment fresh)
    {
        (MainSegment, Removed, RecentSegment) = (settled, removedFamilies, fresh);
        Idf = new(Count);
        InverseNorms = Norms.ComputeInverse(settled, removedFamilies, fresh, Idf);
    }

    /// <summary>How many families it has.</summary>
    public int Count => MainSegment.Count - Removed.Count + RecentSegment.Count;

    /// <summary>Most families.</summary>
    internal IndexSegment MainSegment { get; }

    /// <summary>Those of them that are there no more.</summary>
    internal RemovedFamilies Removed { get; }

    /// <summary>What came lately. Its numbers follow those of the settled part.</summary>
    internal IndexSegment RecentSegment { get; }

    /// <summary>How much a term says here.</summary>
    internal InverseDocumentFrequency Idf { get; }

    /// <summary>One divided by the norm of each family, by number.</summary>
    internal double[] InverseNorms { get; }

    /// <summary>The index of several parts, none of whose families is in two.</summary>
    internal static SimilarityIndex FromSegments(IReadOnlyList<IndexSegment> parts) =>
        new(IndexSegment.Merge([.. parts.Select(part => (part, RemovedFamilies.None))]), RemovedFamilies.None, IndexSegment.Empty);

    /// <summary>The index after some families have come, changed or gone: it finds what one finds that is built of all at once.</summary>
    /// <param name="changed">Families that are new or are not what they were.</param>
    /// <param name="gone">Families that are no more, or that nobody is to find.</param>
    public SimilarityIndex WithChanges(IReadOnlyCollection<FamilyTerms> changed, IReadOnlyCollection<Guid> gone)
    {
        var leaving = changed.Select(family => family.Facts.Id).Concat(gone).ToHashSet();
        var added = IndexSegment.Build([.. changed.DistinctBy(family => family.Facts.Id)]);
        var removedFamilies = Removed.Add(MainSegment, IsLeaving);
        var fresh = IndexSegment.Merge((RecentSegment, RemovedFamilies.None.Add(RecentSegment, IsLeaving)), (added, RemovedFamilies.None));
        return fresh.Count + removedFamilies.Count > Math.Max(Least, MainSegment.Count / OneIn)
            ? new(IndexSegment.Merge((MainSegment, removedFamilies), (fresh, RemovedFamilies.None)), RemovedFamilies.None,
                IndexSegment.Empty)
            : new(MainSegment, removedFamilies, fresh);

        bool IsLeaving(FamilyFacts family) => leaving.Contains(family.Id);
    }

    /// <summary>
    /// The families that are most like a query, the most similar first; of equal ones the newest, then by id. None shares no term.
    /// </summary>
    /// <param name="query">What they are to be like.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to give.</param>
    public IReadOnlyList<ScoredFamily> FindTop(SimilarityQuery query, int skip, int take) =>
        Count == 0 || take <= 0 ? [] : Ranking.FindTop(this, query, skip, take);

    /// <summary>What is known of a family.</summary>
    internal ref readonly FamilyFacts GetFacts(int number) =>
        ref number < MainSegment.Count ? ref MainSegment.Families[number] : ref RecentSegment.Families[number - MainSegment.Count];

    /// <summary>Where a term stands, and how many families have it.</summary>
    internal TermLocation FindTerm(ulong term)
    {
        var (row, fresh) = (MainSegment.Postings.FindRow(term), RecentSegment.Postings.FindRow(term));
        return new(row, fresh, (row < 0 ? 0 : MainSegment.Postings.GetRowLength(row) - Removed.GetRemovedCount(row))
            + (fresh < 0 ? 0 : RecentSegment.Postings.GetRowLength(fresh)));
    }
}
