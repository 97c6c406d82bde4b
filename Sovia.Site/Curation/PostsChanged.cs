namespace Sovia.Curation;

/// <summary>Some of a batch's posts, each with the changed fields before and after: an event of the batch's stream.</summary>
/// <param name="Posts">The posts.</param>
public sealed record PostsChanged(IReadOnlyList<ChangedPost> Posts);
