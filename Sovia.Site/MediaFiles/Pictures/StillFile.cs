namespace Sovia.MediaFiles.Pictures;

/// <summary>Reads picture files as bytes that <see cref="StillDecoder"/> knows: as they are, or turned into PNG by ffmpeg where libvips lacks the format.</summary>
internal sealed class StillFile(FrameTools tools)
{
    private const string Bmp = "image/bmp";
    private const string Heic = "image/heic";

    /// <summary>The bytes to decode.</summary>
    /// <exception cref="UnshowableException">It is empty, too large, or of a kind that nothing here decodes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        var bytes = await StillDecoder.ReadAsync(path, ct);
        return MediaType.Of(bytes.AsSpan(0, Math.Min(bytes.Length, MediaType.HeadLength))).Mime switch
        {
            Bmp when tools.Ffmpeg is { } ffmpeg => await FrameProgram.RunAsync(ffmpeg, Converting(path), ct),
            Bmp => throw new UnshowableException("BMP pictures are decoded by ffmpeg, which is not installed. The file itself is kept and can be downloaded."),

            // Of the tiles that a phone cuts its pictures into, ffmpeg gives only the first; no picture is better than a corner of one.
            Heic when !StillDecoder.Decodes(bytes) => throw new UnshowableException("HEIC pictures cannot be decoded here. The file itself is kept and can be downloaded."),
            _ => bytes,
        };
    }

    // The least packed PNG is the quickest, and nobody keeps it.
    private static IEnumerable<string> Converting(string path) =>
        ["-nostdin", "-threads", "1", .. FrameProgram.ReadingStill(path, "bmp_pipe"), "-frames:v", "1", "-c:v", "png", "-compression_level", "1", "-f", "image2pipe", "-"];
}
