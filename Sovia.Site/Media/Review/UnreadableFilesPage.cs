namespace Sovia.Media.Review;

/// <summary>A stretch of the files that cannot be shown.</summary>
/// <param name="Files">At most as many as were asked for.</param>
/// <param name="NextCursor">Where the next stretch begins; null at the end.</param>
public sealed record UnreadableFilesPage(IReadOnlyList<UnreadableFile> Files, string? NextCursor);
