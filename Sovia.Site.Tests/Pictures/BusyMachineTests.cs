using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

/// <summary>A machine that for the moment has no time or no room to start ffmpeg.</summary>
public sealed class BusyMachineTests : IDisposable
{
    private static readonly FfmpegTools Busy = new("/nowhere/ffmpeg", "/nowhere/ffprobe");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task reading_that_takes_too_long_passes()
    {
        if (OperatingSystem.IsWindows()) return;
        var fault = await Assert.ThrowsAsync<UnreadableMediaException>(() =>
            FfmpegProcess.RunForErrorsAsync("sleep", ["60"], TimeSpan.FromMilliseconds(20), default));
        Assert.Equal((true, true, false), (fault.IsTransient, fault.IsBusy, fault.IsDamaged));
    }

    [Fact]
    public async Task a_clip_that_could_not_be_probed_bears_no_version_so_that_it_is_probed_again()
    {
        var facts = await SoundnessProbe.ProbeAsync(await ClipAsync(), Busy);
        Assert.Equal((null, "ffprobe can't be started.", null), (facts.Version, facts.Problem, facts.Damage));
    }

    [Fact]
    public async Task a_bitmap_that_could_not_be_decoded_bears_none_either()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("a.bmp"),
            [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0, .. new byte[40]]);
        var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf("a.bmp"), Busy);
        Assert.Equal((null, "ffmpeg can't be started."), (facts.Version, facts.Problem));
    }

    [Fact]
    public async Task a_clip_that_could_not_be_watched_is_not_taken_for_watched() =>
        await Assert.ThrowsAsync<UnreadableMediaException>(async () =>
            await new MediaProbe(Busy).FindDecodeDamageAsync(await ClipAsync(), default));

    [Fact]
    public async Task a_picture_that_could_not_be_built_is_left_alone_for_minutes_and_not_for_an_hour()
    {
        var clock = new ManualClock();
        using var bench = new PictureBench(Busy, clock);
        var clip = await ClipAsync();
        Assert.Equal("ffmpeg can't be started.", await bench.GetBuildErrorAsync(clip, "256"));
        var key = new PictureKey((await bench.SourceAsync(clip)).Sha256, PictureVariant.Find("256")!, PictureFormat.Webp);
        Assert.NotNull(bench.Failed.FindReason(key));
        clock.Now += TimeSpan.FromMinutes(6);
        Assert.Null(bench.Failed.FindReason(key));
    }

    private async Task<string> ClipAsync()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("a.mp4"), TestMedia.Clip());
        return _folder.PathOf("a.mp4");
    }
}
