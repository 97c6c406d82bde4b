using System.Text.Json.Serialization;

namespace Sovia.Prompts.Earned;

/// <summary>Words, pairs of words, models and modes by how much more often than others families with them are liked.</summary>
/// <param name="Families">How many families the library has.</param>
/// <param name="Likes">How many of them are liked.</param>
/// <param name="Words">Words.</param>
/// <param name="Pairs">Words that stand one behind the other.</param>
/// <param name="Models">Models, as sources spell them.</param>
/// <param name="Modes">Modes, as sources spell them.</param>
public sealed record LikeRateRanking(
    int Families, int Likes, IReadOnlyList<LikeRate> Words, IReadOnlyList<LikeRate> Pairs, IReadOnlyList<LikeRate> Models,
    IReadOnlyList<LikeRate> Modes)
{
    /// <summary>What fewer families have is not ranked: there a single like decides.</summary>
    public const int MinFamilies = 5;

    /// <summary>How many of each are shown.</summary>
    public const int MaxEntries = 50;

    /// <summary>Of a library without families.</summary>
    public static readonly LikeRateRanking Empty = new(0, 0, [], [], [], []);

    /// <summary>The share of all families that is liked.</summary>
    [JsonIgnore]
    public double Average => Families == 0 ? 0 : (double)Likes / Families;

    /// <summary>How many times as often as the average families with something are liked.</summary>
    public double GetLift(LikeRate one) => Average == 0 ? 0 : one.Rate / Average;

    /// <summary>The best of some, in their order. Of those with the same lift the one comes first of which it is surest.</summary>
    internal static IReadOnlyList<LikeRate> SelectBest(IEnumerable<LikeRate> all) =>
    [
        .. all.Where(one => one.Families >= MinFamilies && one.Likes > 0)
            .OrderByDescending(one => one.Rate).ThenByDescending(one => one.AtLeast).ThenBy(one => one.Value, StringComparer.Ordinal)
            .Take(MaxEntries),
    ];
}
