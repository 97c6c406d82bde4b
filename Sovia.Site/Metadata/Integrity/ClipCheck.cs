namespace Sovia.Metadata.Integrity;

/// <summary>
/// Compares the bytes of a clip or sound file with what its container declares. Reads its tables and a little of each sample.
/// </summary>
internal static class ClipCheck
{
    /// <summary>Why the bytes are not whole, in words for the user; null where nothing speaks against them.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Task<string?> FindDamageAsync(string path, CancellationToken ct) => Task.Run(() => FaultOf(path, ct), ct);

    private static string? FaultOf(string path, CancellationToken ct)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var file = new BoundedFileReader(stream, ct);
        return MediaType.Detect(file.ReadUpTo(0, file.Length, MediaType.HeaderLength)).Extension switch
        {
            ".mp4" or ".mov" or ".m4a" => IsoBoxCheck.FindDamage(file, isStill: false),
            ".webm" or ".mkv" => EbmlCheck.FindDamage(file),
            _ => null,
        };
    }
}
