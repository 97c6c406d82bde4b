namespace Sovia.MediaFiles.Pictures;

/// <summary>What a clip or a sound file says.</summary>
internal sealed class ClipFacts(FrameTools tools, ClipFrames frames)
{
    /// <summary>Asks ffprobe, or where there is none the boxes of an MP4.</summary>
    /// <exception cref="UnshowableException">It cannot be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<MediaFacts> OfAsync(string path, CancellationToken ct)
    {
        if (new FileInfo(path).Length == 0) throw new UnshowableException("The file is empty.");
        if (tools.Ffprobe is not { } ffprobe) return await Mp4Boxes.ReadAsync(path, ct);
        var json = await FrameProgram.RunAsync(ffprobe, FrameProgram.Reading(path, "-print_format", "json", "-show_format", "-show_streams"), ct);
        var facts = ProbeReport.Read(json);
        if (facts.Width is null || tools.Ffmpeg is null) return facts;
        try
        {
            return await PaintAsync(facts, path, ct);
        }
        catch (UnshowableException exception)
        {
            return facts with { Problem = exception.Message };
        }
    }

    private async Task<MediaFacts> PaintAsync(MediaFacts facts, string path, CancellationToken ct)
    {
        // A tall frame is fetched narrower, so that neither side is longer than a placeholder takes.
        var width = Math.Max(1, (int)Math.Min(ThumbHash.Longest, (double)ThumbHash.Longest * facts.Width!.Value / facts.Height!.Value));
        var frame = await frames.AtAsync(path, 0, width, ct) ?? throw new UnshowableException("No frame of the clip can be read.");
        return StillDecoder.Guard(() =>
        {
            using var image = frame.ToImage();
            using var small = image.ThumbnailImage(ThumbHash.Longest, height: ThumbHash.Longest, size: NetVips.Enums.Size.Down);
            return StillFacts.Paint(facts, Pixels.Of(small));
        });
    }
}
