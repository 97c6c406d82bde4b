using Sovia.Metadata;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;

namespace Sovia.Pictures;

/// <summary>Renders posters and sprites from videos.</summary>
internal sealed class VideoPictureRenderer(FfmpegTools tools)
{
    // Videos often start black, so try again a second later.
    private const double RetrySeconds = 1;

    private readonly VideoFrameReader _frameReader = new(tools);

    /// <summary>Returns whether the first bytes of a file are those of a video.</summary>
    public static async Task<bool> IsClipAsync(string path, CancellationToken ct)
    {
        var header = new byte[MediaType.HeaderLength];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytesRead = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct);
        return MediaType.Detect(header.AsSpan(0, bytesRead)).Mime.StartsWith("video/", StringComparison.Ordinal);
    }

    /// <summary>Returns the first frame that is not a solid colour, as WebP.</summary>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed, or no frame can be read.</exception>
    public async Task<byte[]> RenderPosterAsync(string path, CancellationToken ct)
    {
        var width = PictureVariant.Poster.Width;
        var firstFrame = await _frameReader.ReadFrameAsync(path, 0, width, ct)
            ?? throw new UnreadableMediaException("No frame of the video can be read.");
        if (!PictureEncoder.IsSolidColour(firstFrame)) return PictureEncoder.EncodePoster(firstFrame);
        var laterFrame = await _frameReader.ReadFrameAsync(path, RetrySeconds, width, ct);
        return PictureEncoder.EncodePoster(laterFrame is not null && !PictureEncoder.IsSolidColour(laterFrame) ? laterFrame : firstFrame);
    }

    /// <summary>Returns frames from the whole video in one row.</summary>
    /// <exception cref="UnreadableMediaException">ffmpeg is not installed, or no frame can be read.</exception>
    public async Task<byte[]> RenderSpriteAsync(string path, PictureFormat format, CancellationToken ct)
    {
        if (!tools.IsAvailable) throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        var json = await FfmpegProcess.RunAsync(tools.Ffprobe!,
            FfmpegProcess.BuildInputArguments(path, "-print_format", "json", "-show_format", "-show_streams"), ct);
        var duration = FfprobeReport.Parse(json).Duration ?? throw new UnreadableMediaException("The duration of the video is unknown.");
        var frames = await _frameReader.ReadFramesAsync(path, duration, PictureVariant.SpriteFrames, PictureVariant.Sprite.Width, ct);
        return frames.Count > 0 ? PictureEncoder.EncodeSprite(frames, format)
            : throw new UnreadableMediaException("No frame of the video can be read.");
    }
}
