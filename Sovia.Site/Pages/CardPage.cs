using Sovia.Library.Browsing;
using Sovia.Pages.Gallery;

namespace Sovia.Pages;

/// <summary>Consecutive cards of the wall, and the ways on from them that the asker does not have yet.</summary>
/// <param name="Cards">The cards in the list's order.</param>
/// <param name="NewerUrl">The address of the stretch above, or null.</param>
/// <param name="OlderUrl">The address of the stretch below, or null.</param>
/// <param name="IsLast">Whether the list ends here.</param>
/// <param name="Display">How the wall is laid out.</param>
public sealed record CardPage(IReadOnlyList<Card> Cards, string? NewerUrl, string? OlderUrl, bool IsLast, DisplayOptions Display)
{
    /// <summary>No cards.</summary>
    public static readonly CardPage Empty = new([], null, null, true, DisplayOptions.Default);

    /// <summary>A page of families. What was asked for by a link above or below does not bring that link again.</summary>
    public static CardPage FromPage(FamilyPage page, IReadOnlyList<Card> cards, GalleryRequest galleryRequest, bool isFragment) => new(
        cards,
        page.Before is { } before && !(isFragment && galleryRequest.Position.After is not null)
        ? galleryRequest.GetGalleryUrlAt("before", before.ToString()) : null,
        page.After is { } after && !(isFragment && galleryRequest.Position.Before is not null)
        ? galleryRequest.GetGalleryUrlAt("after", after.ToString()) : null,
        page.After is null,
        galleryRequest.Display);
}
