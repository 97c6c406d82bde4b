namespace Sovia.Curation;

/// <summary>What is known of a post before it is changed.</summary>
/// <param name="RootId">Its family.</param>
/// <param name="Annotation">What was decided about it.</param>
/// <param name="Liked">Whether it is liked by what source and user said together; null where nobody said anything.</param>
/// <param name="LikeSeenAt">When the source of its like was last seen, UTC; null where that is not known or was not asked for.</param>
public sealed record PostSnapshot(Guid RootId, Annotation Annotation, bool? Liked, DateTimeOffset? LikeSeenAt);
