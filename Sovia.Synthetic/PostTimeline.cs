namespace Sovia.Synthetic;

/// <summary>Distributes posts over three years, in which some days have hundreds of posts and many have none.</summary>
internal sealed class PostTimeline
{
    private const int Days = 1096;
    private static readonly DateTimeOffset End = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly double[] cumulativeWeights = new double[Days];

    public PostTimeline(SyntheticRandom syntheticRandom)
    {
        var sum = 0.0;
        for (var day = 0; day < Days; day++)
        {
            // Activity grows over time: the newest day has three times the weight of the oldest.
            var dayWeight = 3.0 - (2.0 * day / Days);
            cumulativeWeights[day] = sum += syntheticRandom.NextBool(0.3) ? 0 : dayWeight * syntheticRandom.NextLogNormal(1, 1.2);
        }
    }

    /// <summary>
    /// Returns the creation time at a position in the list of all posts, newest first. Neighbours may be out of order, because exports are
    /// ordered by when posts were liked.
    /// </summary>
    /// <param name="place">The position, from 0 for the newest to 1.</param>
    /// <param name="syntheticRandom">The source of small random offsets.</param>
    public DateTimeOffset GetTime(double place, SyntheticRandom syntheticRandom)
    {
        var target = place * cumulativeWeights[^1];
        var index = Array.BinarySearch(cumulativeWeights, target);
        var day = Math.Min(index < 0 ? ~index : index + 1, Days - 1);
        var dayStart = day == 0 ? 0 : cumulativeWeights[day - 1];
        var dayFraction = (target - dayStart) / (cumulativeWeights[day] - dayStart);
        return TruncateToMicroseconds(End.AddDays(-day - dayFraction).AddMinutes(syntheticRandom.NextDouble() * 30));
    }

    /// <summary>Returns a later time: mostly by minutes, sometimes by weeks.</summary>
    public static DateTimeOffset GetLaterTime(DateTimeOffset at, SyntheticRandom syntheticRandom) =>
        TruncateToMicroseconds(at.AddMinutes(Math.Min(syntheticRandom.NextLogNormal(4, 2), 40_000)));

    private static DateTimeOffset TruncateToMicroseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
