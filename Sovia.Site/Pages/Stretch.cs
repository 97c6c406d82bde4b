using Sovia.Library;
using Sovia.Pages.Gallery;

namespace Sovia.Pages;

/// <summary>Consecutive cards of the wall, and the ways on from them that the asker does not have yet.</summary>
/// <param name="Cards">The cards in the list's order.</param>
/// <param name="Newer">The address of the stretch above, or null.</param>
/// <param name="Older">The address of the stretch below, or null.</param>
/// <param name="IsLast">Whether the list ends here.</param>
/// <param name="Display">How the wall is laid out.</param>
public sealed record Stretch(IReadOnlyList<Card> Cards, string? Newer, string? Older, bool IsLast, Display Display)
{
    /// <summary>No cards.</summary>
    public static readonly Stretch None = new([], null, null, true, Display.Default);

    /// <summary>A page of families. What was asked for by a link above or below does not bring that link again.</summary>
    public static Stretch Of(FamilyPage page, IReadOnlyList<Card> cards, Asked asked, bool isFragment) => new(
        cards,
        page.Before is { } before && !(isFragment && asked.Place.After is not null) ? asked.GalleryAt("before", before.ToString()) : null,
        page.After is { } after && !(isFragment && asked.Place.Before is not null) ? asked.GalleryAt("after", after.ToString()) : null,
        page.After is null,
        asked.Display);
}
