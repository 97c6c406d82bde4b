namespace Sovia.Synthetic;

/// <summary>Three years in which some days bring hundreds of posts and many bring none.</summary>
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
            // People make more as the tools get better: the newest day weighs three times the oldest.
            var usual = 3.0 - (2.0 * day / Days);
            upTo[day] = sum += syntheticRandom.NextBool(0.3) ? 0 : usual * syntheticRandom.NextLogNormal(1, 1.2);
        }
    }

    /// <summary>
    /// The time of a place in the list of everything, newest first. Liking is not making: neighbours may be out of order.
    /// </summary>
    /// <param name="place">From 0, the newest, to 1.</param>
    /// <param name="syntheticRandom">Moves it a little.</param>
    public DateTimeOffset GetTime(double place, SyntheticRandom syntheticRandom)
    {
        var wanted = place * upTo[^1];
        var found = Array.BinarySearch(upTo, wanted);
        var day = Math.Min(found < 0 ? ~found : found + 1, Days - 1);
        var before = day == 0 ? 0 : upTo[day - 1];
        var into = (wanted - before) / (upTo[day] - before);
        return Micros(End.AddDays(-day - into).AddMinutes(syntheticRandom.NextDouble() * 30));
    }

    /// <summary>Some time later: mostly minutes, sometimes weeks.</summary>
    public static DateTimeOffset GetLaterTime(DateTimeOffset at, SyntheticRandom syntheticRandom) =>
        Micros(at.AddMinutes(Math.Min(syntheticRandom.NextLogNormal(4, 2), 40_000)));

    private static DateTimeOffset Micros(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
