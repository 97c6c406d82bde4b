namespace Sovia.Media.Trash;

/// <summary>The result of deleting files.</summary>
/// <param name="Count">The number of files deleted.</param>
/// <param name="Bytes">Their total size in bytes.</param>
/// <param name="Kept">Paths of the files not deleted, each with the reason as a sentence.</param>
public sealed record DeletedFiles(int Count, long Bytes, IReadOnlyList<(string Path, string Reason)> Kept)
{
    /// <summary>Why nothing was deleted, as a sentence; null if the files were processed.</summary>
    public string? Problem { get; private init; }

    /// <summary>Creates the result of a refused deletion.</summary>
    public static DeletedFiles None(string problem) => new(0, 0, []) { Problem = problem };
}
