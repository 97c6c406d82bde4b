using NetVips;
using Sovia.Pictures;

namespace Sovia.Tests.Pictures;

public sealed class BuildStillTests : IDisposable
{
    private readonly PictureBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("256", 256, 384)]
    [InlineData("512", 512, 768)]
    [InlineData("1024", 1000, 1500)]
    public async Task a_still_is_shrunk_to_the_width_and_never_enlarged(string variant, int width, int height)
    {
        using var picture = await _bench.BuildAsync(Draw.Gradient(1000, 1500).To(_bench.PathOf("a.png")), variant);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal("webpload_buffer", picture.Get("vips-loader"));
    }

    [Fact]
    public async Task a_picture_is_turned_upright()
    {
        using var picture = await _bench.BuildAsync(Draw.WriteRotated(_bench.PathOf("a.jpg"), 800, 400, 6), "256");
        Assert.Equal((256, 512), (picture.Width, picture.Height));
        Assert.False(picture.Contains("exif-data"));
    }

    [Fact]
    public async Task transparency_is_kept_in_webp_and_white_in_jpeg()
    {
        using var clear = Image.Black(300, 300, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        clear.WriteToFile(_bench.PathOf("a.png"));
        using var webp = await _bench.BuildAsync(_bench.PathOf("a.png"), "256");
        Assert.True(webp.HasAlpha());
        using var jpeg = await _bench.BuildAsync(_bench.PathOf("a.png"), "256", PictureFormat.Jpeg);
        Assert.Equal("jpegload_buffer", jpeg.Get("vips-loader"));
        Assert.InRange(jpeg.Avg(), 254, 255);
    }

    [Fact]
    public async Task every_kind_of_colour_comes_out_as_it_looked()
    {
        Draw.Gradient(400, 300).Colourspace(Enums.Interpretation.Cmyk).To(_bench.PathOf("cmyk.jpg"));
        Draw.Gradient(400, 300).Colourspace(Enums.Interpretation.Rgb16).To(_bench.PathOf("deep.png"));
        using var plain = await _bench.BuildAsync(Draw.Gradient(400, 300).To(_bench.PathOf("plain.png")), "256");
        foreach (var name in new[] { "cmyk.jpg", "deep.png" })
        {
            using var picture = await _bench.BuildAsync(_bench.PathOf(name), "256");
            Assert.Equal((256, 192, 3), (picture.Width, picture.Height, picture.Bands));
            using var difference = (picture - plain).Abs();
            Assert.True(difference.Avg() < 30, $"{name} is off by {difference.Avg():0}");
        }
    }

    [Fact]
    public async Task colours_of_a_wide_profile_are_converted_to_srgb()
    {
        using var wide = Draw.Gradient(400, 300).IccTransform("p3", inputProfile: "srgb");
        wide.WriteToFile(_bench.PathOf("wide.png"));
        using var plain = await _bench.BuildAsync(Draw.Gradient(400, 300).To(_bench.PathOf("plain.png")), "256");
        using var picture = await _bench.BuildAsync(_bench.PathOf("wide.png"), "256");
        using var raw = wide.ThumbnailImage(256);
        Assert.True((raw - plain).Abs().Avg() > 4, "the test has no wide colours");
        Assert.InRange((picture - plain).Abs().Avg(), 0, 3);
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(30, 12_000, 20, 8192)]
    [InlineData(12_000, 30, 256, 1)]
    public async Task odd_shapes_stay_within_what_a_browser_shows(int width, int height, int shownWidth, int shownHeight)
    {
        using var picture = await _bench.BuildAsync(Draw.Gradient(width, height).To(_bench.PathOf("a.png")), "256");
        Assert.Equal((shownWidth, shownHeight), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task the_first_frame_of_an_animation_is_shown()
    {
        using var reel = Image.Arrayjoin([Draw.Gradient(40, 30), Draw.Gradient(40, 30), Draw.Gradient(40, 30)], across: 1);
        using var paged = reel.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", 30));
        paged.WriteToFile(_bench.PathOf("a.gif"));
        using var picture = await _bench.BuildAsync(_bench.PathOf("a.gif"), "256");
        Assert.Equal((40, 30), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task a_still_has_no_sprite() =>
        Assert.Equal("An image has no video preview.",
            await _bench.GetBuildErrorAsync(Draw.Gradient(40, 30).To(_bench.PathOf("a.png")), "sprite"));
}
