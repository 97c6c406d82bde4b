namespace Sovia.Similarity;

/// <summary>Keeps the best-scored families.</summary>
/// <param name="maxCount">The maximum number to keep.</param>
internal sealed class TopFamilies(int maxCount)
{
    // Tolerance, so that a cosine is not rejected because of rounding alone.
    private const double Slack = 1 - 1e-6;

    // A min-heap: the worst family is dequeued first.
    private readonly PriorityQueue<ScoredFamily, Rank> heap = new();

    /// <summary>The highest cosine that cannot be among the best with any boost; 0 until the maximum number is reached.</summary>
    public double Threshold { get; private set; }

    /// <summary>Adds a family if it is among the best.</summary>
    /// <param name="family">The family.</param>
    /// <param name="timeKey">The family's <see cref="FamilyFacts.TimeKey"/>, for ties: the newest family ranks first.</param>
    public void Add(ScoredFamily family, long timeKey)
    {
        var rank = new Rank(family.Score, timeKey, family.Id);
        if (heap.Count < maxCount) heap.Enqueue(family, rank);
        else heap.EnqueueDequeue(family, rank);
        if (heap.Count == maxCount && heap.TryPeek(out var worst, out _))
            Threshold = worst.Score / (Ranking.ModelBoost * Ranking.ModeBoost) * Slack;
    }

    /// <summary>Removes and returns the kept families, best first, without the skipped ones.</summary>
    public List<ScoredFamily> Drain(int skip)
    {
        var families = new List<ScoredFamily>(heap.Count);
        while (heap.TryDequeue(out var family, out _)) families.Add(family);
        families.Reverse();
        return families.Count <= skip ? [] : families[skip..];
    }

    private readonly record struct Rank(double Score, long Age, Guid Id) : IComparable<Rank>
    {
        public int CompareTo(Rank other) =>
            Score != other.Score ? Score.CompareTo(other.Score) : Age != other.Age ? other.Age.CompareTo(Age) : other.Id.CompareTo(Id);
    }
}
