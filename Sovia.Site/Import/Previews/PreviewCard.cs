using Sovia.Library;

namespace Sovia.Import.Previews;

/// <summary>A family as its card would show it.</summary>
/// <param name="Id">The post on its cover.</param>
/// <param name="Kind">What the cover is.</param>
/// <param name="Words">Its prompt, cut as on a card; null where nobody wrote one.</param>
/// <param name="Model">The model, as the source spells it.</param>
/// <param name="CreatedAt">When it was made, where known.</param>
/// <param name="Videos">Videos in it.</param>
/// <param name="Liked">Whether it is liked; null where nobody said.</param>
public sealed record PreviewCard(Guid Id, MediaKind Kind, string? Words, string? Model, DateTimeOffset? CreatedAt, int Videos, bool? Liked)
{
    /// <summary>The card of a family.</summary>
    public static PreviewCard FromFamily(Family family) =>
        new(family.CoverId, family.CoverKind, family.Prompt, family.Model, family.CreatedAt, family.Videos, family.Liked);
}
