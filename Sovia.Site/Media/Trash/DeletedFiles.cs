namespace Sovia.Media.Trash;

/// <summary>The result of deleting files.</summary>
/// <param name="Count">The number of files deleted.</param>
/// <param name="Bytes">Their total size in bytes.</param>
/// <param name="Kept">Paths of the files not deleted, each with the reason as a sentence.</param>
public sealed record DeletedFiles(int Count, long Bytes, IReadOnlyList<(string Path, string Reason)> Kept);
