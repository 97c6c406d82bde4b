using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws lit windows over a wet street, with blurred lamps and rain.</summary>
internal sealed class NightCity : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.65, Grain = 0.22 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var streetY = h * seededRandom.NextInRange(0.74, 0.8);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, streetY, new(0, colours.Deep),
            new(0.6, colours.Shade.Blend(colours.Deep, 0.2)), new(1, colours.Mid)));
        canvas.DrawGlow(w * seededRandom.NextInRange(0.3, 0.7), streetY, h * 0.6, colours.Light, 0.4);
        for (var row = 0; row < 4; row++) DrawRow(paintContext, canvas, seededRandom, streetY, row / 3.0);
        using var scene = canvas.Render();
        using var reflected = Reflect(scene, paintContext, (int)streetY);
        return AddRain(reflected, paintContext, seededRandom, streetY, unit);
    }

    private static void DrawRow(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, double streetY, double nearness)
    {
        var (colours, unit) = (paintContext.Palette, paintContext.Unit);
        var wallColour = colours.Mid.Blend(colours.Deep.Lighten(-0.03), 0.3 + (nearness * 0.7));
        for (var x = -seededRandom.NextInRange(0, 80) * unit; x < canvas.Width;)
        {
            var width = unit * seededRandom.NextInRange(70, 170) * (0.7 + (nearness * 0.9));
            var height = streetY * seededRandom.NextInRange(0.3, 0.9) * (1 - (nearness * 0.42));
            var top = streetY - height;
            canvas.Append(
                $"<rect x='{x}' y='{top}' width='{width + 1}' height='{height + 2}' fill='{canvas.CreateLinearGradient(0, top, 0, streetY, new(0, wallColour), new(1, wallColour.Blend(colours.Mid, 0.35 * (1 - nearness))))}'/>");
            if (seededRandom.NextBool(0.35))
                canvas.Append(
                    $"<rect x='{x + (width * seededRandom.NextInRange(0.2, 0.7))}' y='{top - (unit * 60 * nearness)}' width='{3 * unit}' height='{unit * 60}' fill='{wallColour}'/>");
            DrawWindows(canvas, seededRandom, paintContext, x, top, width, height, nearness);
            x += width + (unit * seededRandom.NextInRange(-12, 26));
        }
    }

    private static void DrawWindows(Canvas canvas, SeededRandom seededRandom, PaintContext paintContext, double x, double top, double width,
        double height, double nearness)
    {
        var (colours, cellSize) = (paintContext.Palette, paintContext.Unit * (9 + (13 * nearness)));
        var (litProbability, tint) = (seededRandom.NextInRange(0.12, 0.5),
            seededRandom.Pick(colours.Glow, colours.Glow, colours.Light, colours.Accent));
        for (var wy = top + cellSize; wy < top + height - cellSize; wy += cellSize * 1.7)
            for (var wx = x + (cellSize * 0.7); wx < x + width - cellSize; wx += cellSize * 1.35)
                if (seededRandom.NextBool(litProbability))
                    canvas.Append(
                        $"<rect x='{wx}' y='{wy}' width='{cellSize * 0.8}' height='{cellSize}' fill='{(seededRandom.NextBool(0.85) ? tint : colours.Accent)}' fill-opacity='{seededRandom.NextInRange(0.25, 1) * (0.45 + (nearness * 0.55))}'/>");
    }

    private static Image Reflect(Image scene, PaintContext paintContext, int street)
    {
        var depth = paintContext.Height - street;
        using var flipped = scene.Crop(0, street - depth, paintContext.Width, depth).FlipVer();
        using var small = flipped.Resize(0.25, Enums.Kernel.Linear, vscale: 0.06);
        using var smeared =
            (small.Resize(paintContext.Width / (double)small.Width, Enums.Kernel.Linear, vscale: depth / (double)small.Height) * 0.78)
            .Cast(Enums.BandFormat.Uchar);
        return scene.Insert(smeared, 0, street);
    }

    private static Image AddRain(Image scene, PaintContext paintContext, SeededRandom seededRandom, double street, double unit)
    {
        var (rain, colours) = (paintContext.CreateCanvas(), paintContext.Palette);
        rain.Append($"<rect y='{street - 2}' width='{rain.Width}' height='{4 * unit}' fill='{colours.Deep}' fill-opacity='0.7'/>");
        for (var i = 0; i < 26; i++)
        {
            var (x, y, r) = (seededRandom.NextInRange(0, rain.Width), street + (seededRandom.NextInRange(-120, 30) * unit),
                seededRandom.NextInRange(8, 34) * unit);
            rain.DrawCircle(x, y, r, $"{seededRandom.Pick(colours.Accent, colours.Light, colours.Glow)}",
                seededRandom.NextInRange(0.12, 0.42));
            rain.Append(
                $"<rect x='{x - (r * 0.4)}' y='{street}' width='{r * 0.8}' height='{rain.Height - street}' fill='{rain.CreateLinearGradient(0, street, 0, rain.Height, new(0, colours.Glow, 0.28), new(1, colours.Glow, 0))}'/>");
        }
        for (var i = 0; i < 260; i++)
        {
            var (x, y, length) = (seededRandom.NextInRange(-40, rain.Width), seededRandom.NextInRange(-40, rain.Height),
                seededRandom.NextInRange(18, 70) * unit);
            rain.DrawLine([(x, y), (x + (length * 0.18), y + length)], $"{colours.Glow}", seededRandom.NextInRange(0.6, 1.8) * unit,
                seededRandom.NextInRange(0.06, 0.26));
        }
        using var rainLayer = rain.RenderTransparent();
        return scene.Composite2(rainLayer, Enums.BlendMode.Over).Flatten();
    }
}
