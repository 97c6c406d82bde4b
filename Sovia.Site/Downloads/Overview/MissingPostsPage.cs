namespace Sovia.Downloads.Overview;

/// <summary>A page of missing posts.</summary>
/// <param name="Posts">The posts, at most as many as requested.</param>
/// <param name="NextCursor">The start of the next page; null at the end.</param>
public sealed record MissingPostsPage(IReadOnlyList<MissingPost> Posts, MissingPostsCursor? NextCursor);
