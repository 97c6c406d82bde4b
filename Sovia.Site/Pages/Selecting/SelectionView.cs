using Sovia.Library;
using Sovia.Library.Search;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Selecting;

/// <summary>A page of posts to tick, and what is ticked already.</summary>
/// <param name="Asked">The query.</param>
/// <param name="Page">The page of it.</param>
/// <param name="Cards">Its cards.</param>
/// <param name="Count">How many the query finds.</param>
/// <param name="Picked">What is ticked, here and elsewhere.</param>
/// <param name="Elsewhere">Ticked posts that this page does not show.</param>
/// <param name="CoversElsewhere">Ticked families that it does not show.</param>
/// <param name="IsFull">Whether more were ticked than an address has room for.</param>
public sealed record SelectionView(
    Asked Asked, FamilyPage Page, IReadOnlyList<Card> Cards, int Count, IReadOnlySet<Guid> Picked, IReadOnlyList<Guid> Elsewhere, IReadOnlyList<Guid> CoversElsewhere, bool IsFull)
{
    /// <summary>The most that is kept in an address.</summary>
    public const int Most = 100;

    /// <summary>The view of a page.</summary>
    public static SelectionView Of(Asked asked, FamilyPage page, IReadOnlyList<Card> cards, int count, IQueryCollection given)
    {
        var (ids, covers) = (IdList.In(given["ids"]), IdList.In(given["covers"]));
        var (kept, keptCovers) = (ids.Take(Most).ToList(), covers.Take(Math.Max(0, Most - ids.Count)).ToList());
        var shown = cards.Select(card => card.Family.CoverId).ToHashSet();
        return new(
            asked, page, cards, count, kept.Concat(keptCovers).ToHashSet(), [.. kept.Where(id => !shown.Contains(id))], [.. keptCovers.Where(id => !shown.Contains(id))],
            ids.Count + covers.Count > Most)
        { Singles = kept.ToHashSet() };
    }

    private static readonly string[] Own = ["ids", "covers", "of", "whole", "after", "before", "at", "view", "density", "columns", "open"];

    /// <summary>Posts that were ticked one by one, whatever the cards are of.</summary>
    public required IReadOnlySet<Guid> Singles { get; init; }

    /// <summary>What a card is sent as: a post that was ticked by itself stays one, though its card is of a family.</summary>
    public string FieldOf(Guid id) => Asked.List.Unit == Unit.Family && !Singles.Contains(id) ? "covers" : "ids";

    /// <summary>Whether a parameter of the page's address means something.</summary>
    public static bool Knows(string parameter) => QueryNames.IsParameter(parameter) || Own.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many are ticked and not shown here.</summary>
    public int OutOfSight => Elsewhere.Count + CoversElsewhere.Count;

    /// <summary>The query as an address says it.</summary>
    public string Query => Asked.Query.ToQueryString();
}
