using System.Buffers;

namespace Sovia.Similarity;

/// <summary>
/// Finds the families whose prompts are most like some terms: TF-IDF with raw counts, smooth idf <c>ln((1 + N) / (1 + df)) + 1</c> and L2 norm, compared by
/// cosine. A shared model of the cover counts half as much again, a shared mode a fifth. Never changes; <see cref="With"/> gives the next one.
/// </summary>
public sealed class SimilarityIndex
{
    private const double ModelBoost = 1.5, ModeBoost = 1.2;

    /// <summary>The index of no families.</summary>
    public static readonly SimilarityIndex Empty = new([], TermPostings.None);

    private readonly ComparedFamily[] families;
    private readonly Dictionary<Guid, int> numbers;
    private readonly TermPostings postings;
    private readonly double[] norms;

    private SimilarityIndex(ComparedFamily[] families, TermPostings postings)
    {
        (this.families, this.postings) = (families, postings);
        numbers = new(families.Length);
        for (var i = 0; i < families.Length; i++) numbers[families[i].Id] = i;
        norms = Norms();
    }

    /// <summary>How many families it has.</summary>
    public int Count => families.Length;

    /// <summary>Whether it has a family.</summary>
    public bool Has(Guid id) => numbers.ContainsKey(id);

    /// <summary>The index after some families have come, changed or gone: the same as one that is built of all at once.</summary>
    /// <param name="changed">Families that are new or are not what they were.</param>
    /// <param name="gone">Families that are no more, or that nobody is to find.</param>
    public SimilarityIndex With(IReadOnlyCollection<ComparedFamily> changed, IReadOnlyCollection<Guid> gone)
    {
        var leaving = changed.Select(family => family.Id).Concat(gone).ToHashSet();
        var kept = new List<ComparedFamily>(families.Length + changed.Count);
        var moved = new int[families.Length];
        for (var i = 0; i < families.Length; i++)
        {
            moved[i] = leaving.Contains(families[i].Id) ? -1 : kept.Count;
            if (moved[i] >= 0) kept.Add(families[i]);
        }
        var added = changed.DistinctBy(family => family.Id).ToList();
        // Terms are in the postings from now on.
        kept.AddRange(added.Select(family => family with { Terms = TermCounts.None }));
        return new([.. kept], postings.With(moved, [.. added.Select(family => family.Terms)], kept.Count));
    }

    /// <summary>The most similar first; of equal ones the newest, then by id. None shares no term.</summary>
    /// <param name="terms">What they are to be like.</param>
    /// <param name="model">The model, case-folded; null for none.</param>
    /// <param name="modes">The modes, case-folded.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="except">Families to leave out.</param>
    public IReadOnlyList<SimilarFamily> Top(TermCounts terms, string? model, IReadOnlyCollection<string> modes, int skip, int take, IReadOnlySet<Guid> except)
    {
        if (families.Length == 0 || take <= 0) return [];
        var sums = ArrayPool<float>.Shared.Rent(families.Length);
        try
        {
            var touched = sums.AsSpan(0, families.Length);
            touched.Clear();
            var norm = Accumulate(terms, touched);
            return norm == 0 ? [] : Best(touched, norm, model, modes, skip, take, except);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    private double Accumulate(TermCounts terms, Span<float> sums)
    {
        double norm = 0;
        var names = terms.Terms.Span;
        var counts = terms.Counts.Span;
        for (var i = 0; i < names.Length; i++)
        {
            var row = postings.RowOf(names[i]);
            var idf = Idf(row < 0 ? 0 : postings.FamiliesOf(row));
            norm += Squared(counts[i] * idf);
            if (row < 0) continue;
            var weight = (float)(counts[i] * idf * idf);
            var (list, each) = postings[row];
            for (var j = 0; j < list.Length; j++) sums[list[j]] += weight * each[j];
        }
        return Math.Sqrt(norm);
    }

    private List<SimilarFamily> Best(ReadOnlySpan<float> sums, double norm, string? model, IReadOnlyCollection<string> modes, int skip, int take, IReadOnlySet<Guid> except)
    {
        var best = new PriorityQueue<SimilarFamily, (double, DateTimeOffset, Guid)>(Comparer<(double Score, DateTimeOffset At, Guid Id)>.Create(Order));
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] == 0 || norms[i] == 0) continue;
            var family = families[i];
            var cosine = sums[i] / (norm * norms[i]);
            // Nearly all end here: no boost would bring them among the best.
            if (best.Count == skip + take && best.TryPeek(out var worst, out _) && cosine * ModelBoost * ModeBoost < worst.Score) continue;
            if (except.Contains(family.Id)) continue;
            var sameModel = model is not null && model == family.Model;
            var sharedMode = family.Modes.Any(modes.Contains);
            var score = cosine * (sameModel ? ModelBoost : 1) * (sharedMode ? ModeBoost : 1);
            best.Enqueue(new(family.Id, score, sameModel, sharedMode), (score, family.At, family.Id));
            if (best.Count > skip + take) best.Dequeue();
        }
        var found = new List<SimilarFamily>(best.Count);
        while (best.TryDequeue(out var one, out _)) found.Add(one);
        found.Reverse();
        return [.. found.Skip(skip)];
    }

    // The worst is the smallest.
    private static int Order((double Score, DateTimeOffset At, Guid Id) a, (double Score, DateTimeOffset At, Guid Id) b) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score) : a.At != b.At ? a.At.CompareTo(b.At) : b.Id.CompareTo(a.Id);

    private double[] Norms()
    {
        var squares = new double[families.Length];
        for (var row = 0; row < postings.Count; row++)
        {
            var idf = Idf(postings.FamiliesOf(row));
            var (list, counts) = postings[row];
            for (var i = 0; i < list.Length; i++) squares[list[i]] += Squared(counts[i] * idf);
        }
        return Array.ConvertAll(squares, Math.Sqrt);
    }

    /// <summary>How much a term says that some of the families have.</summary>
    internal double Idf(int having) => Math.Log((1.0 + families.Length) / (1 + having)) + 1;

    /// <summary>How much a term says.</summary>
    internal double IdfOf(ulong term) => postings.RowOf(term) is >= 0 and var row ? Idf(postings.FamiliesOf(row)) : Idf(0);

    private static double Squared(double value) => value * value;
}
