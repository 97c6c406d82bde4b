using Sovia.Metadata;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

/// <summary>Clips and sounds in containers that browsers do not play, or that only some do.</summary>
public sealed class OtherContainerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TheoryWithFfmpeg]
    [InlineData("a.avi", "mpeg4", "an AVI file")]
    [InlineData("a.ts", "mpeg2video", "an MPEG transport stream")]
    [InlineData("a.mpg", "mpeg2video", "an MPEG program stream")]
    [InlineData("a.flv", "flv", "a Flash video")]
    [InlineData("a.wmv", "wmv2", "a Windows Media file")]
    public async Task a_sound_clip_is_not_called_damaged(string name, string codec, string container)
    {
        var clip = await Draw.ClipAsync(_folder.PathOf(name), "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1:r=25", "-c:v", codec);
        var type = MediaType.Detect(await File.ReadAllBytesAsync(clip));
        var facts = await new MediaProbe(SoundnessProbe.Tools).ProbeAsync(clip, type, default);
        Assert.Equal((64, null, new MediaProbe(SoundnessProbe.Tools).Version), (facts.Width, facts.Damage, facts.Version));
        Assert.Equal($"This is {container}: ffmpeg can play it, but browsers can't.", facts.Problem);
        Assert.NotNull(facts.ThumbHash);
        Assert.Equal($"This is {container}, which browsers can't play.",
            (await new MediaProbe(FfmpegTools.FindOnPath("")).ProbeAsync(clip, type, default)).Problem);
    }

    [FactWithFfmpeg]
    public async Task a_sound_in_ogg_is_sound()
    {
        var facts =
            await SoundnessProbe.ProbeAsync(await Draw.ClipAsync(_folder.PathOf("a.ogg"), "-f", "lavfi", "-i", "sine=d=1", "-c:a", "flac"));
        Assert.Equal((null, null, true), (facts.Problem, facts.Damage, facts.HasAudio));
    }
}
