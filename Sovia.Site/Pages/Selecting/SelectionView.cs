using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;
using Sovia.Query;

namespace Sovia.Pages.Selecting;

/// <summary>A page of posts to tick, and what is ticked already.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="Page">The page of it.</param>
/// <param name="Cards">Its cards.</param>
/// <param name="Count">How many the query finds.</param>
/// <param name="SelectedIds">What is ticked, here and elsewhere.</param>
/// <param name="OffPageIds">Ticked posts that this page does not show.</param>
/// <param name="OffPageCoverIds">Ticked families that it does not show.</param>
/// <param name="IsTruncated">Whether more were ticked than an address has room for.</param>
public sealed record SelectionView(
    GalleryRequest GalleryRequest, FamilyPage Page, IReadOnlyList<Card> Cards, int Count, IReadOnlySet<Guid> SelectedIds,
    IReadOnlyList<Guid> OffPageIds, IReadOnlyList<Guid> OffPageCoverIds, bool IsTruncated)
{
    /// <summary>The most that is kept in an address.</summary>
    public const int MaxIds = 100;

    /// <summary>The view of a page.</summary>
    public static SelectionView Create(GalleryRequest galleryRequest, FamilyPage page, IReadOnlyList<Card> cards, int count,
        IQueryCollection given)
    {
        var (ids, covers) = (IdList.Parse(given["ids"]), IdList.Parse(given["covers"]));
        var (kept, keptCovers) = (ids.Take(MaxIds).ToList(), covers.Take(Math.Max(0, MaxIds - ids.Count)).ToList());
        var shown = cards.Select(card => card.Family.CoverId).ToHashSet();
        return new(
            galleryRequest, page, cards, count, kept.Concat(keptCovers).ToHashSet(), [.. kept.Where(id => !shown.Contains(id))],
            [.. keptCovers.Where(id => !shown.Contains(id))],
            ids.Count + covers.Count > MaxIds)
        { SinglePostIds = kept.ToHashSet() };
    }

    private static readonly string[] Own = ["ids", "covers", "of", "whole", "after", "before", "at", "view", "density", "columns", "open"];

    /// <summary>Posts that were ticked one by one, whatever the cards are of.</summary>
    public required IReadOnlySet<Guid> SinglePostIds { get; init; }

    /// <summary>What a card is sent as: a post that was ticked by itself stays one, though its card is of a family.</summary>
    public string GetFieldName(Guid id) => GalleryRequest.List.Unit == ListUnit.Family && !SinglePostIds.Contains(id) ? "covers" : "ids";

    /// <summary>Whether a parameter of the page's address means something.</summary>
    public static bool IsKnownParameter(string parameter) =>
        QueryParameterNames.IsParameter(parameter) || Own.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many are ticked and not shown here.</summary>
    public int OffPageCount => OffPageIds.Count + OffPageCoverIds.Count;

    /// <summary>The query as an address says it.</summary>
    public string Query => GalleryRequest.Query.ToQueryString();
}
