using Sovia.Metadata;

namespace Sovia.Media;

/// <summary>A readable file under a media root.</summary>
/// <param name="FullPath">Absolute path with all symbolic links resolved.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="ModifiedAt">When its bytes last changed, UTC.</param>
public sealed record LocalFile(string FullPath, long Length, DateTimeOffset ModifiedAt)
{
    /// <summary>The media root in which the file was found.</summary>
    public string Root { get; init; } = "";

    /// <summary>Path relative to the root.</summary>
    public string Path { get; init; } = "";

    /// <summary>Opens the file read-only; this code never writes to a media root.</summary>
    /// <exception cref="IOException">The file is gone or cannot be read.</exception>
    public FileStream Open() => new(FullPath, new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });

    /// <summary>Detects the type from the first bytes; null if the file is gone or cannot be read.</summary>
    public async Task<MediaType?> DetectTypeAsync(CancellationToken ct)
    {
        try
        {
            await using var stream = Open();
            var header = new byte[MediaType.LongHeaderLength];
            return MediaType.Detect(header.AsSpan(0, await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
