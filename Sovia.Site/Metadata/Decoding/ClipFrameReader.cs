using System.Globalization;

namespace Sovia.Metadata.Decoding;

/// <summary>Extracts frames from videos with ffmpeg, upright and with square pixels.</summary>
internal sealed class ClipFrameReader(FfmpegTools tools)
{
    // For longer videos, decoding every frame takes too long, so only keyframes are decoded.
    private const double ShortClip = 30;

    // Seconds. Times are rounded on their way; a window without a frame means that there are few, so that longer ones stay cheap.
    private const double Instant = 0.0005, ShortestSpan = 0.5, LongestSpan = 60;

    private const string SquarePixels = "scale=trunc(iw*sar):ih,setsar=1";

    /// <summary>Returns the frame at a given time, at most as wide as requested and never enlarged; null past the end.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="width">Maximum width in pixels.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed or cannot read the video.</exception>
    public async Task<PixelBuffer?> ReadFrameAsync(string path, double at, int width, CancellationToken ct)
    {
        string[] seek = at > 0 ? ["-ss", Number(at)] : [];
        var frames = await TakeAsync(path, seek, Scale(width), 1, ct);
        return frames.Count > 0 ? frames[0] : null;
    }

    /// <summary>Returns the frame that a player shows at a given time, as PNG in full size; null if there is none.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="at">Time in seconds from the start.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed or cannot read the video.</exception>
    public async Task<byte[]?> ReadShownFrameAsync(string path, double at, CancellationToken ct)
    {
        // A frame is shown until the next one begins, so the last that begins before is searched for, ever further back.
        for (var span = ShortestSpan; ; span *= 4)
        {
            var from = Math.Max(0, at - span);
            var length = Number(at - from + Instant);
            string[] reading = from > 0 ? ["-ss", Number(from), "-t", length] : ["-t", length];
            var output = await RunAsync(path, reading,
                ["-vf", $"select=lte(t\\,{length}),reverse,{SquarePixels}", "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "-"], ct);
            if (output.Length > 0) return output;
            if (from == 0 || span > LongestSpan) return null;
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
        string[] sparse = duration > ShortClip ? ["-skip_frame", "nokey"] : [];
        return TakeAsync(path, sparse, $"fps={Number(count / Math.Max(duration, 0.01))},{Scale(width)}", count, ct);
    }

    private async Task<IReadOnlyList<PixelBuffer>> TakeAsync(string path, string[] reading, string filter, int count, CancellationToken ct)
    {
        string[] writing = ["-vf", filter, "-frames:v", Number(count), "-pix_fmt", "rgb24", "-c:v", "ppm", "-f", "image2pipe", "-"];
        return PpmReader.Read(await RunAsync(path, reading, writing, ct));
    }

    private async Task<byte[]> RunAsync(string path, string[] reading, string[] writing, CancellationToken ct)
    {
        if (tools.Ffmpeg is not { } ffmpeg)
            throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        return await FfmpegProcess.RunAsync(ffmpeg,
            ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path, reading), "-map", "0:V:0", .. writing], ct);
    }

    // Makes pixels square first; the second step preserves the aspect ratio.
    private static string Scale(int width) => $"{SquarePixels},scale='min({Number(width)},iw)':-1";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
