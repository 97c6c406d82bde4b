using NetVips;
using Sovia.Demo;
using Sovia.Demo.Art;

namespace Sovia.Tests.Demo;

public sealed class PaintingTests
{
    // One of each painter, and of one painter two.
    private static readonly DemoScene[] OneEach = [.. DemoScenes.All.DistinctBy(demoScene => demoScene.Painter.GetType())];

    [Fact]
    public void the_same_scene_is_the_same_picture_to_the_byte()
    {
        foreach (var demoScene in OneEach.Take(3))
            Assert.Equal(DemoImageRenderer.RenderJpeg(demoScene), DemoImageRenderer.RenderJpeg(demoScene));
    }

    [Fact]
    public void every_painter_fills_the_size_and_paints_unlike_the_others()
    {
        var looks = new List<(string Name, double[] Look)>();
        foreach (var demoScene in OneEach)
        {
            using var picture = Image.NewFromBuffer(DemoImageRenderer.RenderJpeg(demoScene));
            Assert.Equal((demoScene.Shape.Width, demoScene.Shape.Height, 3), (picture.Width, picture.Height, picture.Bands));
            using var stats = picture.Stats();
            // Mean and deviation of each band.
            looks.Add((demoScene.Name, [.. Enumerable.Range(1, 3).SelectMany(band => new[] { stats[4, band][0], stats[5, band][0] })]));
            Assert.All(Enumerable.Range(1, 3), band => Assert.InRange(stats[5, band][0], 8, 127));
        }
        foreach (var (name, look) in looks)
            foreach (var (other, otherLook) in looks.Where(pair => pair.Name != name))
                Assert.True(look.Zip(otherLook, (a, b) => Math.Abs(a - b)).Sum() > 8, $"{name} looks like {other}");
    }

    [Theory]
    [InlineData(720, 1280)]
    [InlineData(320, 200)]
    public void every_painter_can_paint_any_sheet(int width, int height)
    {
        foreach (var demoScene in OneEach)
        {
            using var picture = demoScene.Painter.Paint(demoScene.PaintContext with { Width = width, Height = height, Seed = 3 });
            Assert.Equal((width, height, 3), (picture.Width, picture.Height, picture.Bands));
        }
    }

    [Fact]
    public void another_seed_is_another_picture()
    {
        var demoScene = OneEach[0];
        using var one = demoScene.Painter.Paint(demoScene.PaintContext);
        using var other = demoScene.Painter.Paint(demoScene.PaintContext with { Seed = demoScene.PaintContext.Seed + 1 });
        Assert.NotEqual(one.WriteToMemory<byte>(), other.WriteToMemory<byte>());
    }

    [Fact]
    public void a_colour_survives_the_way_through_its_space()
    {
        foreach (var hex in new[] { "#000000", "#ffffff", "#1f7079", "#f2545b", "#0a0f3c" })
            Assert.Equal(hex, Colour.FromHex(hex).ToString());
    }
}
