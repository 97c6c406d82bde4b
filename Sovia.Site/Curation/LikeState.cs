namespace Sovia.Curation;

/// <summary>The effective like of a post and its family after a change, from source and user together.</summary>
/// <param name="Id">The post.</param>
/// <param name="Liked">Whether the post is liked; null if unknown.</param>
/// <param name="Family">Whether any member of its family is liked; null if unknown.</param>
public sealed record LikeState(Guid Id, bool? Liked, bool? Family);
