namespace Sovia.Downloads.Overview;

/// <summary>A stretch of the missing posts.</summary>
/// <param name="Posts">At most as many as were asked for.</param>
/// <param name="NextCursor">Where the next stretch begins; null at the end.</param>
public sealed record MissingPostsPage(IReadOnlyList<MissingPost> Posts, MissingPostsCursor? NextCursor);
