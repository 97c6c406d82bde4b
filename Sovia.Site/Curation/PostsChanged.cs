namespace Sovia.Curation;

/// <summary>Event of a batch's stream: some of its posts with their changed fields before and after.</summary>
/// <param name="Posts">The posts.</param>
public sealed record PostsChanged(IReadOnlyList<ChangedPost> Posts);
