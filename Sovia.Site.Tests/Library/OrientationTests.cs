using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

/// <summary>
/// Pictures are measured and shown as browsers show them. Measured with Chromium 156: JPEG and PNG are turned by EXIF, WebP is not, and
/// AVIF is by a box of its own, which libvips writes.
/// </summary>
public sealed class OrientationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.jpg", 6, 48, 96)]
    [InlineData("a.jpg", 3, 96, 48)]
    [InlineData("a.png", 6, 48, 96)]
    [InlineData("a.webp", 6, 96, 48)]
    [InlineData("a.webp", 8, 96, 48)]
    [InlineData("a.avif", 6, 48, 96)]
    public async Task a_picture_is_turned_where_browsers_turn_it(string name, int orientation, int width, int height)
    {
        using var bench = new PictureBench();
        var path = Draw.WriteRotated(bench.PathOf(name), 96, 48, orientation);
        var facts = await SoundnessProbe.ProbeAsync(path);
        Assert.Equal((width, height, null), (facts.Width, facts.Height, facts.Problem));
        using var small = await bench.BuildAsync(path, "256");
        Assert.Equal((width, height), (small.Width, small.Height));
    }

    [FactWithFfmpeg]
    public async Task the_first_frame_of_an_animated_avif_is_shown()
    {
        using var bench = new PictureBench();
        var path = await Draw.ClipAsync(bench.PathOf("a.avif"), "-f", "lavfi", "-i", "testsrc2=s=96x48:d=1:r=8", "-c:v", "libaom-av1",
            "-cpu-used", "8");
        Assert.Equal("ftypavis"u8.ToArray(), (await File.ReadAllBytesAsync(path))[4..12]);
        var facts = await SoundnessProbe.ProbeAsync(path);
        Assert.Equal((96, 48, null), (facts.Width, facts.Height, facts.Problem));
        Assert.NotNull(facts.ThumbHash);
        using var small = await bench.BuildAsync(path, "256");
        Assert.Equal((96, 48), (small.Width, small.Height));
        Assert.NotNull((await SoundnessProbe.ProbeAsync(Draw.Cut(path, 0.6))).Damage);
    }
}
