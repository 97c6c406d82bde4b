namespace Sovia.MediaFiles.Pictures;

/// <summary>Makes posters and sprites from clips.</summary>
internal sealed class DrawClip(FrameTools tools)
{
    // Clips often begin in black; a second later something is to be seen.
    private const double SecondTry = 1;

    private readonly ClipFrames _frames = new(tools);

    /// <summary>Whether the first bytes of a file are those of a clip.</summary>
    public static async Task<bool> IsClipAsync(string path, CancellationToken ct)
    {
        var head = new byte[MediaType.HeadLength];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return MediaType.Of(head.AsSpan(0, read)).Mime.StartsWith("video/", StringComparison.Ordinal);
    }

    /// <summary>The first frame that shows something, as WebP.</summary>
    /// <exception cref="UnshowableException">There is no ffmpeg, or no frame can be read.</exception>
    public async Task<byte[]> PosterAsync(string path, CancellationToken ct)
    {
        var width = PictureVariant.Poster.Width;
        var first = await _frames.AtAsync(path, 0, width, ct) ?? throw new UnshowableException("No frame of the video can be read.");
        if (!DrawPicture.IsFlat(first)) return DrawPicture.Poster(first);
        var later = await _frames.AtAsync(path, SecondTry, width, ct);
        return DrawPicture.Poster(later is not null && !DrawPicture.IsFlat(later) ? later : first);
    }

    /// <summary>Frames from the whole clip in one row.</summary>
    /// <exception cref="UnshowableException">There is no ffmpeg, or no frame can be read.</exception>
    public async Task<byte[]> SpriteAsync(string path, PictureFormat format, CancellationToken ct)
    {
        if (!tools.Available) throw new UnshowableException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        var report = await FrameProgram.RunAsync(tools.Ffprobe!, FrameProgram.Reading(path, "-print_format", "json", "-show_format", "-show_streams"), ct);
        var duration = ProbeReport.Read(report).Duration ?? throw new UnshowableException("The duration of the video is unknown.");
        var frames = await _frames.SpreadAsync(path, duration, PictureVariant.SpriteFrames, PictureVariant.Sprite.Width, ct);
        return frames.Count > 0 ? DrawPicture.Sprite(frames, format) : throw new UnshowableException("No frame of the video can be read.");
    }
}
