using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Decoding;

/// <summary>
/// Reads image files in a format that <see cref="ImageDecoder"/> supports: the original bytes, or a PNG made by ffmpeg if libvips lacks the
/// format.
/// </summary>
internal sealed class DecodableImageReader(FfmpegTools tools)
{
    private const int BrandOffset = 8;

    /// <summary>Reads a file and returns the bytes to decode.</summary>
    /// <inheritdoc cref="ToDecodableAsync"/>
    public async Task<byte[]> ReadAsync(string path, CancellationToken ct) =>
        await ToDecodableAsync(path, await ImageDecoder.ReadFileAsync(path, ct), ct);

    /// <summary>Returns the bytes to decode for a file that has already been read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="bytes">The whole content.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">The file is empty, too large or in an unsupported format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<byte[]> ToDecodableAsync(string path, byte[] bytes, CancellationToken ct) =>
        MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength))).Extension switch
        {
            ".bmp" when tools.Ffmpeg is { } ffmpeg => await FfmpegProcess.RunAsync(ffmpeg, BuildPngArguments(path, "bmp_pipe"), ct),
            ".bmp" =>
                throw new UnreadableMediaException(
                    "Showing BMP images needs ffmpeg, which isn't installed. The file is kept and can be downloaded."),

            // ffmpeg decodes only the first of the tiles that a phone splits its photos into, and no image is better than one corner.
            ".heic" when !ImageDecoder.CanDecode(bytes) =>
                throw new UnreadableMediaException("Sovia can't show HEIC images on this server. The file is kept and can be downloaded."),
            ".avif" when bytes.AsSpan(BrandOffset).StartsWith("avis"u8) => await ConvertAnimationAsync(path, bytes, ct),

            // All pixels are present, but libvips would reject the file without an end marker.
            ".jpg" when JpegCheck.LacksEndMarker(bytes) && JpegCheck.FindDamage(bytes) is null =>
                [.. bytes[^1] == 0xFF ? bytes[..^1] : bytes, 0xFF, 0xD9],
            _ => bytes,
        };

    // An animated AVIF usually contains a still image too, but libvips does not recognise its brand.
    private async Task<byte[]> ConvertAnimationAsync(string path, byte[] bytes, CancellationToken ct)
    {
        byte[] stillBytes = [.. bytes.AsSpan(0, BrandOffset), .. "avif"u8, .. bytes.AsSpan(BrandOffset + 4)];
        if (tools.Ffmpeg is not { } ffmpeg || ImageDecoder.CanDecode(stillBytes)) return stillBytes;
        return await FfmpegProcess.RunAsync(ffmpeg, BuildPngArguments(path, "mov"), ct);
    }

    // Low compression, because it is fastest and the PNG is not stored.
    private static IEnumerable<string> BuildPngArguments(string path, string format) =>
        ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildStillInputArguments(path, format), "-frames:v", "1", "-c:v", "png",
            "-compression_level", "1", "-f", "image2pipe", "-"];
}
