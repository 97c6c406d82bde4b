using Sovia.MediaFiles.Embedded;

namespace Sovia.MediaFiles.Soundness;

/// <summary>Compares the bytes of a clip or sound file with what its container declares. Reads its tables and a little of each sample.</summary>
internal static class ClipCheck
{
    /// <summary>Why the bytes are not whole, in words for the user; null where nothing speaks against them.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Task<string?> FaultOfAsync(string path, CancellationToken ct) => Task.Run(() => FaultOf(path, ct), ct);

    private static string? FaultOf(string path, CancellationToken ct)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var file = new BoundedFile(stream, ct);
        return MediaType.Of(file.ReadUpTo(0, file.Length, MediaType.HeadLength)).Extension switch
        {
            ".mp4" or ".mov" or ".m4a" => BoxCheck.FaultOf(file, isStill: false),
            ".webm" or ".mkv" => EbmlCheck.FaultOf(file),
            _ => null,
        };
    }
}
