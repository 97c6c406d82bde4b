using Sovia.Metadata.Decoding;
using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Probing;

/// <summary>Probes video and audio files.</summary>
internal sealed class VideoProbe(FfmpegTools tools, VideoFrameReader frames)
{
    /// <summary>
    /// Runs ffprobe, or reads the boxes of an MP4 if it is not installed, and checks that everything the container declares is present.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ProbeResult> ProbeAsync(string path, CancellationToken ct)
    {
        var damage = await VideoCheck.FindDamageAsync(path, ct);
        var result = await ReadFactsAsync(path, ct);
        var facts = result.Facts;
        return (damage ?? facts.Damage) is { } foundDamage
            ? result with { Facts = facts with { Problem = damage ?? facts.Problem, Damage = foundDamage } } : result;
    }

    private async Task<ProbeResult> ReadFactsAsync(string path, CancellationToken ct)
    {
        var facts = new MediaProperties();
        try
        {
            if (new FileInfo(path).Length == 0) throw new UnreadableMediaException("The file is empty.") { IsDamaged = true };
            if (tools.Ffprobe is not { } ffprobe) return new(await Mp4Probe.ReadAsync(path, ct));
            facts = FfprobeReport.Parse(await FfmpegProcess.RunAsync(ffprobe,
                FfmpegProcess.BuildInputArguments(path, "-print_format", "json", "-show_format", "-show_streams"), ct));
            return new(facts.Width is null || tools.Ffmpeg is null ? facts : await AddThumbHashAsync(facts, path, ct));
        }
        catch (UnreadableMediaException exception)
        {
            return ProbeResult.FromException(facts, exception);
        }
    }

    private async Task<MediaProperties> AddThumbHashAsync(MediaProperties facts, string path, CancellationToken ct)
    {
        // Limits the width of a tall frame so that neither side exceeds the maximum of a ThumbHash.
        var width = Math.Max(1, (int)Math.Min(ThumbHash.MaxSide, (double)ThumbHash.MaxSide * facts.Width!.Value / facts.Height!.Value));
        var frame = await frames.ReadFrameAsync(path, 0, width, ct)
            ?? throw new UnreadableMediaException("No frame of the video can be read.") { IsDamaged = true };
        return ImageDecoder.TranslateErrors(() =>
        {
            using var image = frame.ToImage();
            using var thumbnail = image.ThumbnailImage(ThumbHash.MaxSide, height: ThumbHash.MaxSide, size: NetVips.Enums.Size.Down);
            return ImageProbe.AddThumbHash(facts, PixelBuffer.FromImage(thumbnail));
        });
    }
}
