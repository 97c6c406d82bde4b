namespace Sovia.Metadata.Integrity;

/// <summary>
/// Compares the bytes of a video or audio file with what its container declares. Reads the tables and a little of each sample.
/// </summary>
internal static class VideoCheck
{
    /// <summary>Returns why the bytes are incomplete or damaged, as a message for the user; null if no damage was found.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Task<string?> FindDamageAsync(string path, CancellationToken ct) => Task.Run(() => FindDamage(path, ct), ct);

    private static string? FindDamage(string path, CancellationToken ct)
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
