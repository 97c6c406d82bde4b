using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;

namespace Sovia.Pages;

/// <summary>A page of consecutive cards, with links to the adjacent pages that the client does not have yet.</summary>
/// <param name="Cards">The cards in list order.</param>
/// <param name="NewerUrl">The URL of the page above, or null.</param>
/// <param name="OlderUrl">The URL of the page below, or null.</param>
/// <param name="IsLast">Whether the list ends here.</param>
/// <param name="Display">The layout of the gallery.</param>
public sealed record CardPage(IReadOnlyList<Card> Cards, string? NewerUrl, string? OlderUrl, bool IsLast, DisplayOptions Display)
{
    /// <summary>A page without cards.</summary>
    public static readonly CardPage Empty = new([], null, null, true, DisplayOptions.Default);

    /// <summary>
    /// Creates a page of cards. A fragment loaded by the link above or below does not repeat the link in the opposite direction.
    /// </summary>
    public static CardPage FromPage(FamilyPage page, IReadOnlyList<Card> cards, GalleryRequest galleryRequest, bool isFragment) => new(
        cards,
        page.Before is { } before && !(isFragment && galleryRequest.Position.After is not null)
        ? galleryRequest.GetGalleryUrlAt("before", before.ToString()) : null,
        page.After is { } after && !(isFragment && galleryRequest.Position.Before is not null)
        ? galleryRequest.GetGalleryUrlAt("after", after.ToString()) : null,
        page.After is null,
        galleryRequest.Display);
}
