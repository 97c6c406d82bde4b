namespace Sovia.MediaFiles.Soundness;

/// <summary>
/// Compares the bytes of a picture with what its format declares: lengths, end marks, the number of blocks. A decoder is content once it
/// has its pixels, or makes up those that are missing; this looks at what it skips.
/// </summary>
internal static class StillCheck
{
    /// <summary>Why the bytes are not whole, in words for the user; null where nothing speaks against them. What follows behind a picture does no harm.</summary>
    public static string? FaultOf(byte[] bytes) => MediaType.Of(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeadLength))).Extension switch
    {
        ".jpg" => JpegCheck.FaultOf(bytes),
        ".png" => PngCheck.FaultOf(bytes),
        ".gif" => GifCheck.FaultOf(bytes),
        ".webp" => WebpCheck.FaultOf(bytes),
        ".bmp" => BmpCheck.FaultOf(bytes),
        ".avif" or ".heic" => BoxCheck.FaultOf(new(new MemoryStream(bytes, writable: false), CancellationToken.None), isStill: true),
        _ => null,
    };
}
