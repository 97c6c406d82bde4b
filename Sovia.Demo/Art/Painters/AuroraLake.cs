using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws an aurora over a lake that reflects it.</summary>
internal sealed class AuroraLake : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.5 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var shore = h * seededRandom.NextInRange(0.6, 0.7);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, shore, new(0, colours.Deep.Lighten(-0.04)),
            new(0.6, colours.Shade.Blend(colours.Deep, 0.35)), new(1, colours.Mid.Blend(colours.Shade, 0.35))));
        Scenery.DrawStars(canvas, seededRandom, shore, 380, colours.Glow, unit);
        for (var i = seededRandom.NextInt(3, 4); i > 0; i--) DrawCurtain(paintContext, canvas, seededRandom, shore, (ulong)i);
        var ridge = Scenery.CreateRidge(new(paintContext.Seed + 5), w, shore + 3, h * 0.12, 2.4, 0.9);
        var treeLine = Scenery.CreateRidge(new(paintContext.Seed + 6), w, shore + 6, h * 0.05, 3.5, 0.2);
        canvas.FillBelow(ridge, canvas.CreateLinearGradient(0, shore - (h * 0.12), 0, shore, new(0, colours.Deep.Blend(colours.Shade, 0.3)),
            new(1, colours.Shade.Blend(colours.Mid, 0.3))));
        canvas.FillBelow(treeLine, $"{colours.Deep.Lighten(-0.02)}");
        for (var i = 0; i < treeLine.Count; i += seededRandom.NextInt(1, 3))
            Scenery.DrawFir(canvas, seededRandom, treeLine[i].X, treeLine[i].Y + 4, h * seededRandom.NextInRange(0.02, 0.055),
                $"{colours.Deep.Lighten(-0.03)}");
        return AddReflection(canvas, paintContext, seededRandom, shore);
    }

    // A curtain is a long fold of many thin rays, brightest at its lower edge.
    private static void DrawCurtain(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, double shore, ulong number)
    {
        var (gradientNoise, colours, w) = (new GradientNoise(paintContext.Seed + (number * 31)), paintContext.Palette, canvas.Width);
        var (hem, lean) = (shore * seededRandom.NextInRange(0.42, 0.82), seededRandom.NextInRange(-0.35, 0.35));
        var top = seededRandom.NextBool(0.5) ? colours.Accent : colours.Mid;
        const int Rays = 150;
        for (var i = 0; i < Rays; i++)
        {
            var t = i / (double)Rays;
            var fold = gradientNoise.SampleOctaves(t * 2.6, 0.5, 3);
            var (x, y) = ((t * 1.3 * w) - (0.15 * w) + (fold * 0.16 * w), hem + (gradientNoise.Sample(t * 2.1, 9) * shore * 0.2)
                + ((t - 0.5) * lean * shore));
            var brightness = Math.Pow(Math.Clamp(0.5 + (0.75 * gradientNoise.SampleOctaves(t * 7, 4.2, 3)), 0, 1), 1.5);
            var height = shore * (0.24 + (0.42 * (0.5 + (0.5 * gradientNoise.Sample(t * 5, 7)))));
            var fill = canvas.CreateLinearGradient(0, y - height, 0, y + 10, new(0, top, 0),
                new(0.45, top.Blend(colours.Light, 0.5), brightness * 0.16), new(0.86, colours.Light, brightness * 0.42),
                new(0.97, colours.Glow, brightness * 0.5), new(1, colours.Light, 0));
            canvas.Append($"<rect x='{x}' y='{y - height}' width='{w / Rays * 2.6}' height='{height + 12}' fill='{fill}'/>");
        }
    }

    private static Image AddReflection(Canvas canvas, PaintContext paintContext, SeededRandom seededRandom, double shore)
    {
        using var scene = canvas.Render();
        var depth = paintContext.Height - (int)shore;
        using var flipped = scene.Crop(0, (int)shore - Math.Min(depth * 3 / 2, (int)shore), paintContext.Width,
            Math.Min(depth * 3 / 2, (int)shore)).FlipVer();
        using var squeezed = flipped.Resize(1, vscale: depth / (double)flipped.Height, kernel: Enums.Kernel.Linear)
            .Crop(0, 0, paintContext.Width, depth);
        var rippleCanvas = new Canvas(paintContext.Width, depth);
        var (colours, unit) = (paintContext.Palette, paintContext.Unit);
        using var darkened = (squeezed.Gaussblur(2.2) * 0.66).Cast(Enums.BandFormat.Uchar);
        var water = scene.Insert(darkened, 0, (int)shore);
        for (var i = 0; i < 70; i++)
        {
            var y = Math.Pow(seededRandom.NextDouble(), 1.6) * depth;
            var x = seededRandom.NextInRange(0, paintContext.Width);
            var halfWidth = seededRandom.NextInRange(20, 120) * unit * (0.4 + (y / depth));
            rippleCanvas.Append(
                $"<ellipse cx='{x}' cy='{y}' rx='{halfWidth}' ry='{(0.5 + (1.6 * y / depth)) * unit}' fill='{(seededRandom.NextBool(0.6) ? colours.Deep : colours.Light)}' fill-opacity='{seededRandom.NextInRange(0.06, 0.22)}'/>");
        }
        using var ripples = rippleCanvas.RenderTransparent();
        using (water) return water.Composite2(ripples, Enums.BlendMode.Over, x: 0, y: (int)shore).Flatten();
    }
}
