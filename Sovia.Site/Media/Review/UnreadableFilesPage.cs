namespace Sovia.Media.Review;

/// <summary>One page of files that cannot be shown.</summary>
/// <param name="Files">The files, at most as many as requested.</param>
/// <param name="NextCursor">The cursor of the next page; null at the end.</param>
public sealed record UnreadableFilesPage(IReadOnlyList<UnreadableFile> Files, string? NextCursor);
