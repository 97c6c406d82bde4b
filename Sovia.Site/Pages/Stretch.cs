using Sovia.Library;

namespace Sovia.Pages;

/// <summary>Consecutive cards of the wall, and the ways on from them that the asker does not have yet.</summary>
/// <param name="Cards">The cards, newest first.</param>
/// <param name="Newer">The address of the stretch above, or null.</param>
/// <param name="Older">The address of the stretch below, or null.</param>
/// <param name="IsLast">Whether the library ends here.</param>
public sealed record Stretch(IReadOnlyList<Card> Cards, string? Newer, string? Older, bool IsLast)
{
    /// <summary>A page of families. What was asked for by a link above or below does not bring that link again.</summary>
    public static Stretch Of(FamilyPage page, IReadOnlyList<Card> cards, Place place, bool isFragment) => new(
        cards,
        page.Before is { } before && !(isFragment && place.After is not null) ? $"/?before={before}" : null,
        page.After is { } after && !(isFragment && place.Before is not null) ? $"/?after={after}" : null,
        page.After is null);
}
