namespace Sovia.Similarity;

/// <summary>Keeps the best of many.</summary>
/// <param name="most">How many to keep.</param>
internal sealed class TopFamilies(int most)
{
    // A cosine that falls short by rounding alone is looked at.
    private const double Slack = 1 - 1e-6;

    // The worst comes out first.
    private readonly PriorityQueue<ScoredFamily, Rank> kept = new();

    /// <summary>A cosine that is not above this cannot come among the best by any boost. 0 while there is room.</summary>
    public double Threshold { get; private set; }

    /// <summary>Keeps one if it is among the best.</summary>
    /// <param name="family">The family.</param>
    /// <param name="age">Its age: of equal ones the newest is better.</param>
    public void Add(ScoredFamily family, long age)
    {
        var rank = new Rank(family.Score, age, family.Id);
        if (kept.Count < most) kept.Enqueue(family, rank);
        else kept.EnqueueDequeue(family, rank);
        if (kept.Count == most && kept.TryPeek(out var worst, out _))
            Threshold = worst.Score / (Ranking.ModelBoost * Ranking.ModeBoost) * Slack;
    }

    /// <summary>What is kept, the best first, without the first ones.</summary>
    public List<ScoredFamily> Drain(int skip)
    {
        var found = new List<ScoredFamily>(kept.Count);
        while (kept.TryDequeue(out var one, out _)) found.Add(one);
        found.Reverse();
        return found.Count <= skip ? [] : found[skip..];
    }

    private readonly record struct Rank(double Score, long Age, Guid Id) : IComparable<Rank>
    {
        public int CompareTo(Rank other) =>
            Score != other.Score ? Score.CompareTo(other.Score) : Age != other.Age ? other.Age.CompareTo(Age) : other.Id.CompareTo(Id);
    }
}
