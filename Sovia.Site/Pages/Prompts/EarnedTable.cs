using System.Globalization;
using Sovia.Library.Search;
using Sovia.Prompts.Earned;

namespace Sovia.Pages.Prompts;

/// <summary>A ranking as a table, with the gallery of what each row counts.</summary>
/// <param name="Id">Identifies it on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Noun">What its rows are.</param>
/// <param name="Ranking">All of them.</param>
/// <param name="Rows">Those of this table.</param>
/// <param name="QueryOf">The query that finds the families of a row.</param>
public sealed record EarnedTable(string Id, string Title, string Noun, EarnedRanking Ranking, IReadOnlyList<EarnedLikes> Rows, Func<string, LibraryQuery> QueryOf)
{
    private static readonly Facet Liked = Facet.Named("liked")!, Models = Facet.Named("model")!, Modes = Facet.Named("mode")!;

    /// <summary>The tables of a page.</summary>
    public static IReadOnlyList<EarnedTable> Of(EarnedRanking ranking, DateTimeOffset now)
    {
        var all = LibraryQuery.Everything(now);
        return
        [
            new("words", "Words", "Word", ranking, ranking.Words, word => all.WithSearch($"={word}")),
            new("pairs", "Word pairs", "Words", ranking, ranking.Pairs, pair => all.WithSearch($"\"{pair}\"")),
            new("models", "Models", "Model", ranking, ranking.Models, model => all.With(Models, Models.Written(model))),
            new("modes", "Modes", "Mode", ranking, ranking.Modes, mode => all.With(Modes, Modes.Written(mode))),
        ];
    }

    /// <summary>The gallery of the families of a row.</summary>
    public string All(EarnedLikes row) => $"/?{QueryOf(row.Value).ToQueryString()}";

    /// <summary>The gallery of those of them that are liked.</summary>
    public string LikedOnly(EarnedLikes row) => $"/?{QueryOf(row.Value).With(Liked, "true").ToQueryString()}";

    /// <summary>A share in per cent.</summary>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>How many times as often as the average.</summary>
    public string Lift(EarnedLikes row) => string.Create(CultureInfo.InvariantCulture, $"{Ranking.LiftOf(row):0.00}×");
}
