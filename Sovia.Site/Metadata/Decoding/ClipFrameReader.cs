using System.Globalization;

namespace Sovia.Metadata.Decoding;

/// <summary>Extracts frames from videos with ffmpeg, upright and with square pixels.</summary>
internal sealed class ClipFrameReader(FfmpegTools tools)
{
    // For longer videos, decoding every frame takes too long, so only keyframes are decoded.
    private const double ShortClip = 30;

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
        if (tools.Ffmpeg is not { } ffmpeg)
            throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        string[] writing = ["-map", "0:V:0", "-vf", filter, "-frames:v", Number(count), "-pix_fmt", "rgb24", "-c:v", "ppm", "-f",
            "image2pipe", "-"];
        var output = await FfmpegProcess.RunAsync(ffmpeg,
            ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path, reading), .. writing], ct);
        return PpmReader.Read(output);
    }

    // Makes pixels square first; the second step preserves the aspect ratio.
    private static string Scale(int width) => $"scale=trunc(iw*sar):ih,setsar=1,scale='min({Number(width)},iw)':-1";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
