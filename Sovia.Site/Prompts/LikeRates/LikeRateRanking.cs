using System.Text.Json.Serialization;

namespace Sovia.Prompts.LikeRates;

/// <summary>Words, pairs of words, models and modes, ranked by how much more often than average their families are liked.</summary>
/// <param name="Families">The number of families in the library.</param>
/// <param name="Likes">The number of liked families.</param>
/// <param name="Words">Words.</param>
/// <param name="Pairs">Pairs of consecutive words.</param>
/// <param name="Models">Models, as spelled by sources.</param>
/// <param name="Modes">Modes, as spelled by sources.</param>
public sealed record LikeRateRanking(
    int Families, int Likes, IReadOnlyList<LikeRate> Words, IReadOnlyList<LikeRate> Pairs, IReadOnlyList<LikeRate> Models,
    IReadOnlyList<LikeRate> Modes)
{
    /// <summary>The minimum number of families for a rank, because with fewer a single like would decide.</summary>
    public const int MinFamilies = 5;

    /// <summary>The maximum number of entries of each kind.</summary>
    public const int MaxEntries = 50;

    /// <summary>The ranking of a library without families.</summary>
    public static readonly LikeRateRanking Empty = new(0, 0, [], [], [], []);

    /// <summary>The share of all families that is liked.</summary>
    [JsonIgnore]
    public double Average => Families == 0 ? 0 : (double)Likes / Families;

    /// <summary>Returns the ratio of an entry's like rate to the average.</summary>
    public double GetLift(LikeRate one) => Average == 0 ? 0 : one.Rate / Average;

    /// <summary>
    /// Returns the best entries in order. Of entries with the same lift, the one with the higher confidence bound comes first.
    /// </summary>
    internal static IReadOnlyList<LikeRate> SelectBest(IEnumerable<LikeRate> all) =>
    [
        .. all.Where(rate => rate.Families >= MinFamilies && rate.Likes > 0)
            .OrderByDescending(rate => rate.Rate).ThenByDescending(rate => rate.LowerBound)
                .ThenBy(rate => rate.Value, StringComparer.Ordinal)
            .Take(MaxEntries),
    ];
}
