namespace Sovia.Synthetic;

/// <summary>Distributes posts over three years, in which some days have hundreds of posts and many have none.</summary>
internal sealed class PostTimeline
{
    private const int Days = 1096;
    private static readonly DateTimeOffset End = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly double[] upTo = new double[Days];

    public PostTimeline(SyntheticRandom syntheticRandom)
    {
        var sum = 0.0;
        for (var day = 0; day < Days; day++)
        {
            // Activity grows over time: the newest day has three times the weight of the oldest.
            var usual = 3.0 - (2.0 * day / Days);
            upTo[day] = sum += syntheticRandom.NextBool(0.3) ? 0 : usual * syntheticRandom.NextLogNormal(1, 1.2);
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
        var wanted = place * upTo[^1];
        var found = Array.BinarySearch(upTo, wanted);
        var day = Math.Min(found < 0 ? ~found : found + 1, Days - 1);
        var before = day == 0 ? 0 : upTo[day - 1];
        var into = (wanted - before) / (upTo[day] - before);
        return Micros(End.AddDays(-day - into).AddMinutes(syntheticRandom.NextDouble() * 30));
    }

    /// <summary>Returns a later time: mostly by minutes, sometimes by weeks.</summary>
    public static DateTimeOffset GetLaterTime(DateTimeOffset at, SyntheticRandom syntheticRandom) =>
        Micros(at.AddMinutes(Math.Min(syntheticRandom.NextLogNormal(4, 2), 40_000)));

    private static DateTimeOffset Micros(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
