namespace Sovia.Metadata.Integrity;

/// <summary>
/// Compares the bytes of a picture with what its format declares: lengths, end marks, the number of blocks. A decoder is content once it
/// has its pixels, or makes up those that are missing; this looks at what it skips.
/// </summary>
internal static class StillCheck
{
    /// <summary>
    /// Why the bytes are not whole, in words for the user; null where nothing speaks against them. What follows behind a picture does no
    /// harm.
    /// </summary>
    public static string? FindDamage(byte[] bytes) =>
        MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength))).Extension switch
        {
            ".jpg" => JpegCheck.FindDamage(bytes),
            ".png" => PngCheck.FindDamage(bytes),
            ".gif" => GifCheck.FindDamage(bytes),
            ".webp" => WebpCheck.FindDamage(bytes),
            ".bmp" => BmpCheck.FindDamage(bytes),
            ".avif" or ".heic" => IsoBoxCheck.FindDamage(new(new MemoryStream(bytes, writable: false), CancellationToken.None), isStill: true),
            _ => null,
        };
}
