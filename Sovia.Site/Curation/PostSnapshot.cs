namespace Sovia.Curation;

/// <summary>The state of a post before a change.</summary>
/// <param name="RootId">ID of the family's root.</param>
/// <param name="Annotation">The annotation.</param>
/// <param name="Liked">The effective like from source and user; null if neither set it.</param>
/// <param name="LikeSeenAt">The time the source of the like was last seen, UTC; null if unknown or not requested.</param>
public sealed record PostSnapshot(Guid RootId, Annotation Annotation, bool? Liked, DateTimeOffset? LikeSeenAt);
