namespace Sovia.Media.Trash;

/// <summary>What came of deleting files.</summary>
/// <param name="Count">How many were deleted.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Kept">Paths of those that were not, each with the reason, a sentence.</param>
public sealed record DeletedFiles(int Count, long Bytes, IReadOnlyList<(string Path, string Reason)> Kept);
