namespace Sovia.Metadata.Integrity;

/// <summary>
/// Compares the bytes of an image with what its format declares: lengths, end markers, number of blocks. A decoder stops once it has its
/// pixels, or fills in missing ones; this check covers the parts that a decoder skips.
/// </summary>
internal static class ImageCheck
{
    /// <summary>
    /// Returns why the bytes are incomplete or damaged, as a message for the user; null if no damage was found. Data after the image is
    /// ignored.
    /// </summary>
    public static string? FindDamage(byte[] bytes) =>
        MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength))).Extension switch
        {
            ".jpg" => JpegCheck.FindDamage(bytes),
            ".png" => PngCheck.FindDamage(bytes),
            ".gif" => GifCheck.FindDamage(bytes),
            ".webp" => WebpCheck.FindDamage(bytes),
            ".bmp" => BmpCheck.FindDamage(bytes),
            ".avif" or ".heic" => IsoBoxCheck.FindDamage(new(new MemoryStream(bytes, writable: false), CancellationToken.None),
                isStill: true),
            _ => null,
        };
}
