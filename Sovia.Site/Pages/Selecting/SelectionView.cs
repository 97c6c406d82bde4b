using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;
using Sovia.Query;

namespace Sovia.Pages.Selecting;

/// <summary>A page of posts with checkboxes, and the current selection.</summary>
/// <param name="GalleryRequest">The query.</param>
/// <param name="Page">The page of results.</param>
/// <param name="Cards">The cards of the page.</param>
/// <param name="Count">The number of results.</param>
/// <param name="SelectedIds">The selected ids, on this page and others.</param>
/// <param name="OffPageIds">Selected posts that are not on this page.</param>
/// <param name="OffPageCoverIds">Selected families that are not on this page.</param>
/// <param name="IsTruncated">Whether more were selected than fit in a URL.</param>
public sealed record SelectionView(
    GalleryRequest GalleryRequest, FamilyPage Page, IReadOnlyList<Card> Cards, int Count, IReadOnlySet<Guid> SelectedIds,
    IReadOnlyList<Guid> OffPageIds, IReadOnlyList<Guid> OffPageCoverIds, bool IsTruncated)
{
    /// <summary>The maximum number of ids in a URL.</summary>
    public const int MaxIds = 100;

    /// <summary>Creates the view of a page.</summary>
    public static SelectionView Create(GalleryRequest galleryRequest, FamilyPage page, IReadOnlyList<Card> cards, int count,
        IQueryCollection given)
    {
        var (ids, covers) = (IdList.Parse(given["ids"]), IdList.Parse(given["covers"]));
        var (postIds, coverIds) = (ids.Take(MaxIds).ToList(), covers.Take(Math.Max(0, MaxIds - ids.Count)).ToList());
        var pageIds = cards.Select(card => card.Family.CoverId).ToHashSet();
        return new(
            galleryRequest, page, cards, count, postIds.Concat(coverIds).ToHashSet(), [.. postIds.Where(id => !pageIds.Contains(id))],
            [.. coverIds.Where(id => !pageIds.Contains(id))],
            ids.Count + covers.Count > MaxIds)
        { SinglePostIds = postIds.ToHashSet() };
    }

    private static readonly string[] OwnParameters = ["ids", "covers", "of", "whole", "told", "after", "before", "at", "view", "density", "columns", "open"];

    /// <summary>Posts selected individually, even if the cards are of families.</summary>
    public required IReadOnlySet<Guid> SinglePostIds { get; init; }

    /// <summary>Returns the form field of a card: a post selected individually stays so, even if its card is of a family.</summary>
    public string GetFieldName(Guid id) => GalleryRequest.List.Unit == ListUnit.Family && !SinglePostIds.Contains(id) ? "covers" : "ids";

    /// <summary>Returns whether a URL parameter of the page is known.</summary>
    public static bool IsKnownParameter(string parameter) =>
        QueryParameterNames.IsParameter(parameter) || OwnParameters.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of selected items that are not on this page.</summary>
    public int OffPageCount => OffPageIds.Count + OffPageCoverIds.Count;

    /// <summary>The query string.</summary>
    public string Query => GalleryRequest.Query.ToQueryString();
}
