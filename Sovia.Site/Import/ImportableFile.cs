namespace Sovia.Import;

/// <summary>One file to read, wherever it is stored.</summary>
/// <param name="Name">The file name that the user sees.</param>
/// <param name="Size">The length in bytes.</param>
/// <param name="Open">Opens the file from the start. Called again for a run that resumes after a crash.</param>
public sealed record ImportableFile(string Name, long Size, Func<Stream> Open)
{
    /// <summary>
    /// Number of posts in a batch: large enough to save round trips, small enough for steady progress and constant memory. Lower for a file
    /// that is generated slowly.
    /// </summary>
    public int PostsPerBatch { get; init; } = 1_000;

    /// <summary>When the file was written, if known. Its source records are not newer.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Creates the entry for a file on disk.</summary>
    public static ImportableFile FromPath(string path, string? name = null) =>
        new(name ?? Path.GetFileName(path), new FileInfo(path).Length, () => File.OpenRead(path))
        { ModifiedAt = File.GetLastWriteTimeUtc(path) };
}
