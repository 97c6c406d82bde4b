using Sovia.MediaFiles.Soundness;

namespace Sovia.MediaFiles.Pictures;

/// <summary>What a clip or a sound file says.</summary>
internal sealed class ClipFacts(FrameTools tools, ClipFrames frames)
{
    /// <summary>Asks ffprobe, or where there is none the boxes of an MP4; and looks whether all is there that the container declares.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<ProbedFacts> OfAsync(string path, CancellationToken ct)
    {
        var damage = await ClipCheck.FaultOfAsync(path, ct);
        var probed = await FactsAsync(path, ct);
        var facts = probed.Facts;
        return (damage ?? facts.Damage) is { } found ? probed with { Facts = facts with { Problem = damage ?? facts.Problem, Damage = found } } : probed;
    }

    private async Task<ProbedFacts> FactsAsync(string path, CancellationToken ct)
    {
        var facts = new MediaFacts();
        try
        {
            if (new FileInfo(path).Length == 0) throw new UnshowableException("The file is empty.") { IsDamage = true };
            if (tools.Ffprobe is not { } ffprobe) return new(await Mp4Boxes.ReadAsync(path, ct));
            facts = ProbeReport.Read(await FrameProgram.RunAsync(ffprobe, FrameProgram.Reading(path, "-print_format", "json", "-show_format", "-show_streams"), ct));
            return new(facts.Width is null || tools.Ffmpeg is null ? facts : await PaintAsync(facts, path, ct));
        }
        catch (UnshowableException exception)
        {
            return ProbedFacts.Of(facts, exception);
        }
    }

    private async Task<MediaFacts> PaintAsync(MediaFacts facts, string path, CancellationToken ct)
    {
        // A tall frame is fetched narrower, so that neither side is longer than a placeholder takes.
        var width = Math.Max(1, (int)Math.Min(ThumbHash.Longest, (double)ThumbHash.Longest * facts.Width!.Value / facts.Height!.Value));
        var frame = await frames.AtAsync(path, 0, width, ct) ?? throw new UnshowableException("No frame of the video can be read.") { IsDamage = true };
        return StillDecoder.Guard(() =>
        {
            using var image = frame.ToImage();
            using var small = image.ThumbnailImage(ThumbHash.Longest, height: ThumbHash.Longest, size: NetVips.Enums.Size.Down);
            return StillFacts.Paint(facts, Pixels.Of(small));
        });
    }
}
