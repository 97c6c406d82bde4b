namespace Sovia.Media.Review;

/// <summary>One page of files to review.</summary>
/// <param name="Files">The files, most recently found first.</param>
/// <param name="NextCursor">The cursor of the next page; null at the end.</param>
public sealed record ReviewPage(IReadOnlyList<FileToReview> Files, string? NextCursor);
