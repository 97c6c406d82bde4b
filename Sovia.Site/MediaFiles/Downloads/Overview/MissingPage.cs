namespace Sovia.MediaFiles.Downloads.Overview;

/// <summary>A stretch of the missing posts.</summary>
/// <param name="Posts">At most as many as were asked for.</param>
/// <param name="Next">Where the next stretch begins; null at the end.</param>
public sealed record MissingPage(IReadOnlyList<MissingPost> Posts, MissingCursor? Next);
