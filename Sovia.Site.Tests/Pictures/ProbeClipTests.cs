using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class ProbeClipTests : IDisposable
{
    private static readonly FfmpegTools None = FfmpegTools.FindOnPath("");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithFfmpeg]
    public async Task a_clip_says_its_size_length_pace_and_placeholder()
    {
        var facts = await SoundnessProbe.ProbeAsync(await Draw.ClipAsync(_folder.PathOf("a.mp4")));
        Assert.Equal((464, 688, 24.0, false, null), (facts.Width, facts.Height, facts.FrameRate, facts.HasAudio, facts.Problem));
        Assert.InRange(facts.Duration!.Value, 1.9, 2.1);
        Assert.NotNull(facts.ThumbHash);
        Assert.NotNull(facts.Colour);
    }

    [FactWithFfmpeg]
    public async Task a_clip_with_sound_says_so()
    {
        var clip = await Draw.ClipAsync(_folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x64:d=1", "-f", "lavfi", "-i",
            "sine=d=1", "-pix_fmt", "yuv420p");
        Assert.True((await SoundnessProbe.ProbeAsync(clip)).HasAudio);
        Assert.True((await SoundnessProbe.ProbeAsync(clip, None)).HasAudio);
    }

    [FactWithFfmpeg]
    public async Task a_clip_on_its_side_is_measured_as_it_is_shown()
    {
        var lying = await Draw.ClipAsync(_folder.PathOf("lying.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x180:d=1", "-pix_fmt", "yuv420p");
        var turned = await Draw.ClipAsync(_folder.PathOf("turned.mp4"), "-i", lying, "-c", "copy", "-metadata:s:v:0", "rotate=90");
        foreach (var tools in new[] { SoundnessProbe.Tools, None })
        {
            var facts = await SoundnessProbe.ProbeAsync(turned, tools);
            Assert.Equal((180, 320), (facts.Width, facts.Height));
        }
    }

    [FactWithFfmpeg]
    public async Task pixels_that_are_not_square_are_counted_as_shown()
    {
        var clip = await Draw.ClipAsync(_folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=100x100:d=1,setsar=2/1", "-pix_fmt",
            "yuv420p");
        var facts = await SoundnessProbe.ProbeAsync(clip);
        Assert.Equal((200, 100, null), (facts.Width, facts.Height, facts.Problem));
        var without = await SoundnessProbe.ProbeAsync(clip, None);
        Assert.Equal((200, 100), (without.Width, without.Height));
    }

    [FactWithFfmpeg]
    public async Task without_ffmpeg_a_clip_still_says_its_size_and_length()
    {
        var facts = await SoundnessProbe.ProbeAsync(await Draw.ClipAsync(_folder.PathOf("a.mp4")), None);
        Assert.Equal((464, 688, false, null, null), (facts.Width, facts.Height, facts.HasAudio, facts.Problem, facts.ThumbHash));
        Assert.InRange(facts.Duration!.Value, 1.9, 2.1);
    }

    [FactWithFfmpeg]
    public async Task without_ffmpeg_a_clip_in_another_container_says_nothing()
    {
        var clip = await Draw.ClipAsync(_folder.PathOf("a.webm"), "-f", "lavfi", "-i", "testsrc2=s=64x64:d=1", "-c:v", "libvpx");
        Assert.Equal(new() { Version = new MediaProbe(None).Version }, await SoundnessProbe.ProbeAsync(clip, None));
        Assert.Equal(64, (await SoundnessProbe.ProbeAsync(clip)).Width);
    }

    [Fact]
    public void missing_ffmpeg_is_explained_in_one_message()
    {
        Assert.False(None.IsAvailable);
        Assert.Contains("Install ffmpeg", None.MissingMessage, StringComparison.Ordinal);
        Assert.Null(new FfmpegTools("a", "b").MissingMessage);
    }
}
