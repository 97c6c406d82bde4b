namespace Sovia.MediaFiles.Matching;

/// <summary>A stretch of the files to be reviewed.</summary>
/// <param name="Files">Newest found first.</param>
/// <param name="After">Where the next stretch begins; null at the end.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewedFile> Files, string? After);
