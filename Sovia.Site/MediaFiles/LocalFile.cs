namespace Sovia.MediaFiles;

/// <summary>A readable file under a media root.</summary>
/// <param name="FullPath">Its absolute path with every symbolic link followed.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="ModifiedAt">When its bytes last changed, UTC.</param>
public sealed record LocalFile(string FullPath, long Length, DateTimeOffset ModifiedAt)
{
    /// <summary>Opens it for reading; nothing here ever writes to a media root.</summary>
    /// <exception cref="IOException">It went away or cannot be read.</exception>
    public FileStream Open() => new(FullPath, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });
}
