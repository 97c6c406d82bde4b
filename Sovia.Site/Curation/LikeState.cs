namespace Sovia.Curation;

/// <summary>What is liked after a like was set or taken back, by source and user together.</summary>
/// <param name="Id">The post.</param>
/// <param name="Liked">Whether it is.</param>
/// <param name="Family">Whether any member of its family is.</param>
public sealed record LikeState(Guid Id, bool? Liked, bool? Family);
