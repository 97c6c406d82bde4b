namespace Sovia.Import;

/// <summary>One file to read, wherever it lies.</summary>
/// <param name="Name">Its name as the user knows it.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Open">Opens it from the start; a run that goes on after a crash opens it again.</param>
public sealed record ImportableFile(string Name, long Size, Func<Stream> Open)
{
    /// <summary>
    /// How many posts are written in one go: enough to spare round trips, few enough that progress moves and memory does not.
    /// Fewer where the file is slow in coming.
    /// </summary>
    public int PostsPerBatch { get; init; } = 1_000;

    /// <summary>When it was written, where that is known: what it states is no newer.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>A file on this machine.</summary>
    public static ImportableFile FromPath(string path, string? name = null) =>
        new(name ?? Path.GetFileName(path), new FileInfo(path).Length, () => File.OpenRead(path))
        { ModifiedAt = File.GetLastWriteTimeUtc(path) };
}
