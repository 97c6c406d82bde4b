namespace Sovia.Similarity;

/// <summary>
/// Finds the families whose prompts are most like some terms: TF-IDF with raw counts, smooth idf and L2 norm, compared by cosine. It never changes;
/// <see cref="With"/> gives the next one, which shares with it what has not changed: most families lie in a settled part, and what came lately in a
/// fresh one.
/// </summary>
public sealed class SimilarityIndex
{
    // The fresh part and what was removed may be so much of the settled one before all are joined.
    private const int Least = 1_000, OneIn = 8;

    /// <summary>The index of no families.</summary>
    public static readonly SimilarityIndex Empty = new(IndexPart.Empty, Removed.None, IndexPart.Empty);

    internal SimilarityIndex(IndexPart settled, Removed removed, IndexPart fresh)
    {
        (Settled, Removed, Fresh) = (settled, removed, fresh);
        Idf = new(Count);
        Inverse = Norms.Inverse(settled, removed, fresh, Idf);
    }

    /// <summary>How many families it has.</summary>
    public int Count => Settled.Count - Removed.Count + Fresh.Count;

    /// <summary>Most families.</summary>
    internal IndexPart Settled { get; }

    /// <summary>Those of them that are there no more.</summary>
    internal Removed Removed { get; }

    /// <summary>What came lately. Its numbers follow those of the settled part.</summary>
    internal IndexPart Fresh { get; }

    /// <summary>How much a term says here.</summary>
    internal InverseDocumentFrequency Idf { get; }

    /// <summary>One divided by the norm of each family, by number.</summary>
    internal double[] Inverse { get; }

    /// <summary>The index of several parts, none of whose families is in two.</summary>
    internal static SimilarityIndex Of(IReadOnlyList<IndexPart> parts) => new(IndexPart.Join([.. parts.Select(part => (part, Removed.None))]), Removed.None, IndexPart.Empty);

    /// <summary>The index after some families have come, changed or gone: it finds what one finds that is built of all at once.</summary>
    /// <param name="changed">Families that are new or are not what they were.</param>
    /// <param name="gone">Families that are no more, or that nobody is to find.</param>
    public SimilarityIndex With(IReadOnlyCollection<ComparedFamily> changed, IReadOnlyCollection<Guid> gone)
    {
        var leaving = changed.Select(family => family.Facts.Id).Concat(gone).ToHashSet();
        var added = IndexPart.Of([.. changed.DistinctBy(family => family.Facts.Id)]);
        var removed = Removed.With(Settled, IsLeaving);
        var fresh = IndexPart.Join((Fresh, Removed.None.With(Fresh, IsLeaving)), (added, Removed.None));
        return fresh.Count + removed.Count > Math.Max(Least, Settled.Count / OneIn)
            ? new(IndexPart.Join((Settled, removed), (fresh, Removed.None)), Removed.None, IndexPart.Empty)
            : new(Settled, removed, fresh);

        bool IsLeaving(FamilyFacts family) => leaving.Contains(family.Id);
    }

    /// <summary>The families that are most like a query, the most similar first; of equal ones the newest, then by id. None shares no term.</summary>
    /// <param name="query">What they are to be like.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to give.</param>
    public IReadOnlyList<SimilarFamily> Top(SimilarityQuery query, int skip, int take) => Count == 0 || take <= 0 ? [] : Ranking.Top(this, query, skip, take);

    /// <summary>What is known of a family.</summary>
    internal ref readonly FamilyFacts FactsOf(int number) => ref number < Settled.Count ? ref Settled.Families[number] : ref Fresh.Families[number - Settled.Count];

    /// <summary>Where a term stands, and how many families have it.</summary>
    internal TermPlace PlaceOf(ulong term)
    {
        var (row, fresh) = (Settled.Postings.RowOf(term), Fresh.Postings.RowOf(term));
        return new(row, fresh, (row < 0 ? 0 : Settled.Postings.LengthOf(row) - Removed.LessOf(row)) + (fresh < 0 ? 0 : Fresh.Postings.LengthOf(fresh)));
    }
}
