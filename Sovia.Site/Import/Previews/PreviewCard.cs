using Sovia.Library;

namespace Sovia.Import.Previews;

/// <summary>The card of a family.</summary>
/// <param name="Id">The post on its cover.</param>
/// <param name="Kind">The media kind of the cover.</param>
/// <param name="Prompt">The prompt, shortened as on a card; null if there is none.</param>
/// <param name="Model">The model, as the source spells it.</param>
/// <param name="CreatedAt">When the cover was made, if known.</param>
/// <param name="Videos">Number of videos in the family.</param>
/// <param name="Liked">Whether the family is liked; null if unknown.</param>
public sealed record PreviewCard(Guid Id, MediaKind Kind, string? Prompt, string? Model, DateTimeOffset? CreatedAt, int Videos, bool? Liked)
{
    /// <summary>Creates the card of a family.</summary>
    public static PreviewCard FromFamily(Family family) =>
        new(family.CoverId, family.CoverKind, family.Prompt, family.Model, family.CreatedAt, family.Videos, family.Liked);
}
