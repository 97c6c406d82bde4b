using System.Globalization;
using Sovia.Prompts.Earned;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Prompts;

/// <summary>A ranking as a table, with the gallery of what each row counts.</summary>
/// <param name="Id">Identifies it on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Noun">What its rows are.</param>
/// <param name="Ranking">All of them.</param>
/// <param name="Rows">Those of this table.</param>
/// <param name="BuildQuery">The query that finds the families of a row.</param>
public sealed record LikeRateTable(string Id, string Title, string Noun, LikeRateRanking Ranking, IReadOnlyList<LikeRate> Rows,
    Func<string, LibraryQuery> BuildQuery)
{
    private static readonly Facet Liked = Facet.Find("liked")!, Models = Facet.Find("model")!, Modes = Facet.Find("mode")!;

    /// <summary>The tables of a page.</summary>
    public static IReadOnlyList<LikeRateTable> CreateAll(LikeRateRanking ranking, DateTimeOffset now)
    {
        var all = LibraryQuery.Everything(now);
        return
        [
            new("words", "Words", "Word", ranking, ranking.Words, word => all.WithSearch($"={word}")),
            new("pairs", "Word pairs", "Words", ranking, ranking.Pairs, pair => all.WithSearch($"\"{pair}\"")),
            new("models", "Models", "Model", ranking, ranking.Models, model => all.Include(Models, Models.FormatValue(model))),
            new("modes", "Modes", "Mode", ranking, ranking.Modes, mode => all.Include(Modes, Modes.FormatValue(mode))),
        ];
    }

    /// <summary>The gallery of the families of a row.</summary>
    public string GetGalleryUrl(LikeRate row) => $"/?{BuildQuery(row.Value).ToQueryString()}";

    /// <summary>The gallery of those of them that are liked.</summary>
    public string GetLikedUrl(LikeRate row) => $"/?{BuildQuery(row.Value).Include(Liked, "true").ToQueryString()}";

    /// <summary>A share in per cent.</summary>
    public static string FormatShare(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>How many times as often as the average.</summary>
    public string FormatLift(LikeRate row) => string.Create(CultureInfo.InvariantCulture, $"{Ranking.GetLift(row):0.00}×");
}
