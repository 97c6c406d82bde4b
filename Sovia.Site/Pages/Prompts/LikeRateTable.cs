using System.Globalization;
using Sovia.Prompts.LikeRates;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Pages.Prompts;

/// <summary>A ranking as a table, with a gallery link per row.</summary>
/// <param name="Id">The element id.</param>
/// <param name="Title">The heading.</param>
/// <param name="Noun">The noun for a row.</param>
/// <param name="Ranking">The whole ranking.</param>
/// <param name="Rows">The rows of this table.</param>
/// <param name="BuildQuery">Builds the query for the families of a row.</param>
public sealed record LikeRateTable(string Id, string Title, string Noun, LikeRateRanking Ranking, IReadOnlyList<LikeRate> Rows,
    Func<string, LibraryQuery> BuildQuery)
{
    private static readonly Facet Liked = Facet.Find("liked")!, Models = Facet.Find("model")!, Modes = Facet.Find("mode")!;

    /// <summary>Creates the tables of a page.</summary>
    public static IReadOnlyList<LikeRateTable> CreateAll(LikeRateRanking ranking, DateTimeOffset now)
    {
        var baseQuery = LibraryQuery.Everything(now);
        return
        [
            new("words", "Words", "Word", ranking, ranking.Words, word => baseQuery.WithSearch($"={word}")),
            new("pairs", "Word pairs", "Words", ranking, ranking.Pairs, pair => baseQuery.WithSearch($"\"{pair}\"")),
            new("models", "Models", "Model", ranking, ranking.Models, model => baseQuery.Include(Models, Models.FormatValue(model))),
            new("modes", "Modes", "Mode", ranking, ranking.Modes, mode => baseQuery.Include(Modes, Modes.FormatValue(mode))),
        ];
    }

    /// <summary>Returns the gallery URL of the families of a row.</summary>
    public string GetGalleryUrl(LikeRate row) => $"/?{BuildQuery(row.Value).ToQueryString()}";

    /// <summary>Returns the gallery URL of the liked families of a row.</summary>
    public string GetLikedUrl(LikeRate row) => $"/?{BuildQuery(row.Value).Include(Liked, "true").ToQueryString()}";

    /// <summary>Formats the lift: the like rate as a multiple of the average.</summary>
    public string FormatLift(LikeRate row) => string.Create(CultureInfo.InvariantCulture, $"{Ranking.GetLift(row):0.00}×");
}
