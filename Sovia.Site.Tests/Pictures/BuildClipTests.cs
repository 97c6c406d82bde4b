using Sovia.Metadata.Decoding;

namespace Sovia.Tests.Pictures;

public sealed class BuildClipTests : IDisposable
{
    private readonly PictureBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [FactWithFfmpeg]
    public async Task a_clip_has_a_poster_in_each_width_and_never_enlarged()
    {
        var clip = await Draw.ClipAsync(_bench.PathOf("a.mp4"));
        using var small = await _bench.BuildAsync(clip, "256");
        using var large = await _bench.BuildAsync(clip, "1024");
        Assert.Equal((256, 464, 688), (small.Width, large.Width, large.Height));

        // The frame is fetched once for all widths.
        Assert.Equal(3, _bench.Build.BuiltCount);
    }

    [FactWithFfmpeg]
    public async Task a_clip_that_begins_in_black_has_a_poster_that_shows_something()
    {
        var clip = await Draw.ClipAsync(
            _bench.PathOf("a.mp4"), "-f", "lavfi", "-i", "color=black:s=128x128:d=0.5:r=24", "-f", "lavfi", "-i",
            "testsrc2=s=128x128:d=2:r=24", "-filter_complex", "[0][1]concat", "-pix_fmt", "yuv420p");
        using var poster = await _bench.BuildAsync(clip, "256");
        Assert.True(poster.Deviate() > 20);
    }

    [FactWithFfmpeg]
    public async Task a_clip_that_is_black_throughout_has_a_black_poster()
    {
        var clip = await Draw.ClipAsync(_bench.PathOf("a.mp4"), "-f", "lavfi", "-i", "color=black:s=128x128:d=0.5:r=24", "-pix_fmt",
            "yuv420p");
        using var poster = await _bench.BuildAsync(clip, "256");
        Assert.Equal(128, poster.Width);
    }

    [FactWithFfmpeg]
    public async Task a_sprite_is_one_row_of_twelve_frames_from_start_to_end()
    {
        using var sprite = await _bench.BuildAsync(await Draw.ClipAsync(_bench.PathOf("a.mp4")), "sprite");
        Assert.Equal(12 * 256, sprite.Width);
        Assert.InRange(sprite.Height, 378, 380);
        using var first = sprite.Crop(0, 0, 256, sprite.Height);
        using var last = sprite.Crop(11 * 256, 0, 256, sprite.Height);
        Assert.True((first - last).Abs().Avg() > 3, "it does not move");
        Assert.True(last.Deviate() > 20, "the last frame is empty");
    }

    [FactWithFfmpeg]
    public async Task a_clip_of_three_frames_has_a_sprite_of_twelve()
    {
        var clip = await Draw.ClipAsync(_bench.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x64:r=3:d=1", "-pix_fmt", "yuv420p");
        using var sprite = await _bench.BuildAsync(clip, "sprite");
        Assert.Equal(12 * 64, sprite.Width);
        using var last = sprite.Crop(11 * 64, 0, 64, 64);
        Assert.True(last.Deviate() > 20, "the last frame is empty");
    }

    [FactWithFfmpeg]
    public async Task a_long_clip_has_a_sprite_too()
    {
        var clip = await Draw.ClipAsync(_bench.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x64:r=2:d=90", "-preset", "ultrafast",
            "-g", "10", "-pix_fmt", "yuv420p");
        using var sprite = await _bench.BuildAsync(clip, "sprite");
        Assert.Equal(12 * 64, sprite.Width);
    }

    [FactWithFfmpeg]
    public async Task without_ffmpeg_a_clip_has_neither_and_says_why()
    {
        var clip = await Draw.ClipAsync(_bench.PathOf("a.mp4"));
        using var bench = new PictureBench(FfmpegTools.FindOnPath(""));
        foreach (var variant in new[] { "512", "sprite" })
            Assert.Equal("ffmpeg isn't installed on this server, so no frames can be extracted.",
                await bench.GetBuildErrorAsync(clip, variant));
    }
}
