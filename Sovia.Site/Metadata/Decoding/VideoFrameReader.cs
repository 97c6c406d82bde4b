using System.Globalization;

namespace Sovia.Metadata.Decoding;

/// <summary>Extracts frames from videos with ffmpeg, upright and with square pixels.</summary>
internal sealed class VideoFrameReader(FfmpegTools tools)
{
    // For longer videos, decoding every frame takes too long, so only keyframes are decoded.
    private const double MaxFullDecodeSeconds = 30;

    // In seconds. The tolerance absorbs rounded times. A span without a frame means that frames are few, so a longer span is cheap.
    private const double RoundingTolerance = 0.0005, InitialSpan = 0.5, MaxSpan = 60;

    private const string SquarePixels = "scale=trunc(iw*sar):ih,setsar=1";

    /// <summary>Returns the frame at a given time, at most as wide as requested and never enlarged; null past the end.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="width">Maximum width in pixels.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed or cannot read the video.</exception>
    public async Task<PixelBuffer?> ReadFrameAsync(string path, double at, int width, CancellationToken ct)
    {
        string[] seekOptions = at > 0 ? ["-ss", Format(at)] : [];
        var frames = await ReadAsync(path, seekOptions, BuildScaleFilter(width), 1, ct);
        return frames.Count > 0 ? frames[0] : null;
    }

    /// <summary>Returns the frame that a player shows at a given time, as PNG in full size; null if there is none.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed or cannot read the video.</exception>
    public async Task<byte[]?> ReadShownFrameAsync(string path, double at, CancellationToken ct)
    {
        // A frame is shown until the next one begins, so find the last frame that begins before this time, in ever longer spans.
        for (var span = InitialSpan; ; span *= 4)
        {
            var start = Math.Max(0, at - span);
            var length = Format(at - start + RoundingTolerance);
            string[] inputOptions = start > 0 ? ["-ss", Format(start), "-t", length] : ["-t", length];
            var output = await RunAsync(path, inputOptions,
                ["-vf", $"select=lte(t\\,{length}),reverse,{SquarePixels}", "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "-"], ct);
            if (output.Length > 0) return output;
            if (start == 0 || span > MaxSpan) return null;
        }
    }

    /// <summary>Returns about the requested number of frames, evenly spaced from start to end.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="count">Number of frames.</param>
    /// <param name="width">Maximum width in pixels.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed or cannot read the video.</exception>
    public Task<IReadOnlyList<PixelBuffer>> ReadFramesAsync(string path, double duration, int count, int width, CancellationToken ct)
    {
        string[] inputOptions = duration > MaxFullDecodeSeconds ? ["-skip_frame", "nokey"] : [];
        return ReadAsync(path, inputOptions, $"fps={Format(count / Math.Max(duration, 0.01))},{BuildScaleFilter(width)}", count, ct);
    }

    private async Task<IReadOnlyList<PixelBuffer>> ReadAsync(string path, string[] options, string filter, int count, CancellationToken ct)
    {
        string[] outputOptions = ["-vf", filter, "-frames:v", Format(count), "-pix_fmt", "rgb24", "-c:v", "ppm", "-f", "image2pipe", "-"];
        return PpmReader.Read(await RunAsync(path, options, outputOptions, ct));
    }

    private async Task<byte[]> RunAsync(string path, string[] inputOptions, string[] outputOptions, CancellationToken ct)
    {
        if (tools.Ffmpeg is not { } ffmpeg)
            throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        return await FfmpegProcess.RunAsync(ffmpeg,
            ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path, inputOptions), "-map", "0:V:0", .. outputOptions], ct);
    }

    // Makes pixels square first; the second step preserves the aspect ratio.
    private static string BuildScaleFilter(int width) => $"{SquarePixels},scale='min({Format(width)},iw)':-1";

    private static string Format(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
