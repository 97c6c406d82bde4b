using System.Globalization;

namespace Sovia.Metadata.Decoding;

/// <summary>Takes frames out of clips by ffmpeg, upright and with square pixels.</summary>
internal sealed class ClipFrameReader(FfmpegTools tools)
{
    // Past this, decoding every frame takes too long; the frames that stand alone are enough.
    private const double ShortClip = 30;

    /// <summary>The frame at a moment, no wider than asked and never enlarged; null past the end.</summary>
    /// <param name="path">The clip.</param>
    /// <param name="at">Seconds from its start.</param>
    /// <param name="width">Widest, in pixels.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">There is no ffmpeg, or it cannot read the clip.</exception>
    public async Task<PixelBuffer?> ReadFrameAsync(string path, double at, int width, CancellationToken ct)
    {
        string[] seek = at > 0 ? ["-ss", Number(at)] : [];
        var frames = await TakeAsync(path, seek, Scale(width), 1, ct);
        return frames.Count > 0 ? frames[0] : null;
    }

    /// <summary>Frames from start to end, evenly apart, about as many as asked.</summary>
    /// <param name="path">The clip.</param>
    /// <param name="duration">How long it is, in seconds.</param>
    /// <param name="count">How many frames.</param>
    /// <param name="width">Widest, in pixels.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">There is no ffmpeg, or it cannot read the clip.</exception>
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

    // Pixels that are not square are made so first; the second step keeps the shape.
    private static string Scale(int width) => $"scale=trunc(iw*sar):ih,setsar=1,scale='min({Number(width)},iw)':-1";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
