using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Decoding;

/// <summary>
/// Makes of picture files what <see cref="StillDecoder"/> knows: the bytes as they are, or turned into PNG by ffmpeg where libvips lacks
/// the format.
/// </summary>
internal sealed class StillFileReader(FfmpegTools tools)
{
    private const int Brand = 8;

    /// <summary>The bytes to decode.</summary>
    /// <inheritdoc cref="ToDecodableAsync"/>
    public async Task<byte[]> ReadAsync(string path, CancellationToken ct) =>
        await ToDecodableAsync(path, await StillDecoder.ReadFileAsync(path, ct), ct);

    /// <summary>The bytes to decode, of a file that has been read.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">It is empty, too large, or of a kind that nothing here decodes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<byte[]> ToDecodableAsync(string path, byte[] bytes, CancellationToken ct) =>
        MediaType.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeaderLength))).Extension switch
        {
            ".bmp" when tools.Ffmpeg is { } ffmpeg => await FfmpegProcess.RunAsync(ffmpeg, Converting(path, "bmp_pipe"), ct),
            ".bmp" =>
                throw new UnreadableMediaException(
                    "Showing BMP images needs ffmpeg, which isn't installed. The file is kept and can be downloaded."),

            // Of the tiles that a phone cuts its pictures into, ffmpeg gives only the first; no picture is better than a corner of one.
            ".heic" when !StillDecoder.CanDecode(bytes) =>
                throw new UnreadableMediaException("Sovia can't show HEIC images on this server. The file is kept and can be downloaded."),
            ".avif" when bytes.AsSpan(Brand).StartsWith("avis"u8) => await AnimatedAsync(path, bytes, ct),

            // It has all its pixels, and libvips would not give them out.
            ".jpg" when JpegCheck.LacksEndMarker(bytes) && JpegCheck.FindDamage(bytes) is null =>
                [.. bytes[^1] == 0xFF ? bytes[..^1] : bytes, 0xFF, 0xD9],
            _ => bytes,
        };

    // A moving AVIF bears a still as well, as a rule, but libvips does not know its brand.
    private async Task<byte[]> AnimatedAsync(string path, byte[] bytes, CancellationToken ct)
    {
        byte[] still = [.. bytes.AsSpan(0, Brand), .. "avif"u8, .. bytes.AsSpan(Brand + 4)];
        if (tools.Ffmpeg is not { } ffmpeg || StillDecoder.CanDecode(still)) return still;
        return await FfmpegProcess.RunAsync(ffmpeg, Converting(path, "mov"), ct);
    }

    // The least packed PNG is the quickest, and nobody keeps it.
    private static IEnumerable<string> Converting(string path, string format) =>
        ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildStillInputArguments(path, format), "-frames:v", "1", "-c:v", "png",
            "-compression_level", "1", "-f", "image2pipe", "-"];
}
