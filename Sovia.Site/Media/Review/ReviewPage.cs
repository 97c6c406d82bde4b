namespace Sovia.Media.Review;

/// <summary>A stretch of the files to be reviewed.</summary>
/// <param name="Files">Newest found first.</param>
/// <param name="NextCursor">Where the next stretch begins; null at the end.</param>
public sealed record ReviewPage(IReadOnlyList<FileToReview> Files, string? NextCursor);
