using NetVips;
using Sovia.Metadata.Probing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class ProbeStillTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_picture_says_its_size_colour_and_placeholder()
    {
        var facts = await SoundnessProbe.ProbeAsync(Draw.Gradient(300, 200).To(_folder.PathOf("a.png")));
        Assert.Equal((300, 200, null), (facts.Width, facts.Height, facts.Problem));
        Assert.Matches("^#7[ef]7[ef]7[f]|^#8080|^#7f7f", facts.Colour);
        Assert.InRange(Convert.FromBase64String(facts.ThumbHash!).Length, 20, 30);
        Assert.Null(facts.Duration);
    }

    [Theory]
    [InlineData(1, 120, 80)]
    [InlineData(3, 120, 80)]
    [InlineData(6, 80, 120)]
    [InlineData(8, 80, 120)]
    public async Task a_picture_is_measured_as_it_is_shown(int orientation, int width, int height)
    {
        var facts = await SoundnessProbe.ProbeAsync(Draw.WriteRotated(_folder.PathOf("a.jpg"), 120, 80, orientation));
        Assert.Equal((width, height), (facts.Width, facts.Height));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(3000, 2)]
    [InlineData(20, 9000)]
    public async Task odd_shapes_are_no_problem(int width, int height)
    {
        var facts = await SoundnessProbe.ProbeAsync(Draw.Gradient(width, height).To(_folder.PathOf("a.png")));
        Assert.Equal((width, height, null), (facts.Width, facts.Height, facts.Problem));
        Assert.NotNull(facts.ThumbHash);
    }

    [Fact]
    public async Task the_placeholder_of_one_pixel_has_its_colour()
    {
        var facts = await SoundnessProbe.ProbeAsync((Image.Black(1, 1, bands: 3) + new[] { 200.0, 100, 40 }).Cast(Enums.BandFormat.Uchar)
            .To(_folder.PathOf("a.png")));
        Assert.Equal("#c86428", facts.Colour);
        var (_, _, rgba) = ThumbHashDecoder.Decode(Convert.FromBase64String(facts.ThumbHash!));
        Assert.InRange(rgba[0], 190, 210);
        Assert.InRange(rgba[1], 90, 110);
        Assert.InRange(rgba[2], 30, 55);
    }

    [Fact]
    public async Task every_kind_of_colour_is_understood()
    {
        Draw.Gradient(64, 48, bands: 4).To(_folder.PathOf("alpha.png"));
        Draw.Gradient(64, 48).Colourspace(Enums.Interpretation.Cmyk).To(_folder.PathOf("cmyk.jpg"));
        Draw.Gradient(64, 48).Colourspace(Enums.Interpretation.Rgb16).To(_folder.PathOf("deep.png"));
        Draw.Gradient(64, 48).Colourspace(Enums.Interpretation.Bw).To(_folder.PathOf("grey.jpg"));
        Draw.Gradient(64, 48).To(_folder.PathOf("lossy.webp"));
        Draw.Gradient(64, 48).To(_folder.PathOf("modern.avif"));
        foreach (var name in new[] { "alpha.png", "cmyk.jpg", "deep.png", "grey.jpg", "lossy.webp", "modern.avif" })
        {
            var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf(name));
            Assert.True((facts.Width, facts.Height, facts.Problem) == (64, 48, null), $"{name}: {facts}");
            Assert.NotNull(facts.ThumbHash);
        }
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("a.webp")]
    public async Task the_first_frame_of_an_animation_is_measured(string name)
    {
        using var first = Image.Black(40, 30, bands: 3) + new[] { 250.0, 10, 10 };
        using var second = Image.Black(40, 30, bands: 3) + new[] { 10.0, 10, 250 };
        using var reel = Image.Arrayjoin([first, second], across: 1).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        using var paged = reel.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", 30));
        paged.WriteToFile(_folder.PathOf(name));
        var facts = await SoundnessProbe.ProbeAsync(_folder.PathOf(name));
        Assert.Equal((40, 30), (facts.Width, facts.Height));
        Assert.Matches("^#f[0-9a-f]0.0.$", facts.Colour);
    }
}
