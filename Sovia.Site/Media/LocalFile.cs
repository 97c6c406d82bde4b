using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>A readable file under a media root.</summary>
/// <param name="FullPath">Its absolute path with every symbolic link followed.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="ModifiedAt">When its bytes last changed, UTC.</param>
public sealed record LocalFile(string FullPath, long Length, DateTimeOffset ModifiedAt)
{
    /// <summary>The media root it was found under.</summary>
    public string Root { get; init; } = "";

    /// <summary>The path below the root under which it was found.</summary>
    public string Path { get; init; } = "";

    /// <summary>Opens it for reading; nothing here ever writes to a media root.</summary>
    /// <exception cref="IOException">It went away or cannot be read.</exception>
    public FileStream Open() => new(FullPath, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });

    /// <summary>What it is, told from its first bytes; null where it went away or cannot be read.</summary>
    public async Task<MediaType?> DetectTypeAsync(CancellationToken ct)
    {
        try
        {
            await using var bytes = Open();
            var head = new byte[MediaType.LongHeaderLength];
            return MediaType.Detect(head.AsSpan(0, await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
