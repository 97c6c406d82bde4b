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
        var street = h * seededRandom.NextInRange(0.74, 0.8);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, street, new(0, colours.Deep),
            new(0.6, colours.Shade.Blend(colours.Deep, 0.2)), new(1, colours.Mid)));
        canvas.DrawGlow(w * seededRandom.NextInRange(0.3, 0.7), street, h * 0.6, colours.Light, 0.4);
        for (var row = 0; row < 4; row++) Row(paintContext, canvas, seededRandom, street, row / 3.0);
        using var dry = canvas.Render();
        using var wet = Reflect(dry, paintContext, (int)street);
        return Rain(wet, paintContext, seededRandom, street, unit);
    }

    private static void Row(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, double street, double near)
    {
        var (colours, unit) = (paintContext.Palette, paintContext.Unit);
        var wall = colours.Mid.Blend(colours.Deep.Lighten(-0.03), 0.3 + (near * 0.7));
        for (var x = -seededRandom.NextInRange(0, 80) * unit; x < canvas.Width;)
        {
            var wide = unit * seededRandom.NextInRange(70, 170) * (0.7 + (near * 0.9));
            var tall = street * seededRandom.NextInRange(0.3, 0.9) * (1 - (near * 0.42));
            var top = street - tall;
            canvas.Append(
                $"<rect x='{x}' y='{top}' width='{wide + 1}' height='{tall + 2}' fill='{canvas.CreateLinearGradient(0, top, 0, street, new(0, wall), new(1, wall.Blend(colours.Mid, 0.35 * (1 - near))))}'/>");
            if (seededRandom.NextBool(0.35))
                canvas.Append(
                    $"<rect x='{x + (wide * seededRandom.NextInRange(0.2, 0.7))}' y='{top - (unit * 60 * near)}' width='{3 * unit}' height='{unit * 60}' fill='{wall}'/>");
            Windows(canvas, seededRandom, paintContext, x, top, wide, tall, near);
            x += wide + (unit * seededRandom.NextInRange(-12, 26));
        }
    }

    private static void Windows(Canvas canvas, SeededRandom seededRandom, PaintContext paintContext, double x, double top, double wide,
        double tall, double near)
    {
        var (colours, cell) = (paintContext.Palette, paintContext.Unit * (9 + (13 * near)));
        var (often, tint) = (seededRandom.NextInRange(0.12, 0.5),
            seededRandom.Pick(colours.Glow, colours.Glow, colours.Light, colours.Accent));
        for (var wy = top + cell; wy < top + tall - cell; wy += cell * 1.7)
            for (var wx = x + (cell * 0.7); wx < x + wide - cell; wx += cell * 1.35)
                if (seededRandom.NextBool(often))
                    canvas.Append(
                        $"<rect x='{wx}' y='{wy}' width='{cell * 0.8}' height='{cell}' fill='{(seededRandom.NextBool(0.85) ? tint : colours.Accent)}' fill-opacity='{seededRandom.NextInRange(0.25, 1) * (0.45 + (near * 0.55))}'/>");
    }

    private static Image Reflect(Image dry, PaintContext paintContext, int street)
    {
        var depth = paintContext.Height - street;
        using var above = dry.Crop(0, street - depth, paintContext.Width, depth).FlipVer();
        using var thin = above.Resize(0.25, Enums.Kernel.Linear, vscale: 0.06);
        using var smeared =
            (thin.Resize(paintContext.Width / (double)thin.Width, Enums.Kernel.Linear, vscale: depth / (double)thin.Height) * 0.78)
            .Cast(Enums.BandFormat.Uchar);
        return dry.Insert(smeared, 0, street);
    }

    private static Image Rain(Image wet, PaintContext paintContext, SeededRandom seededRandom, double street, double unit)
    {
        var (glass, colours) = (paintContext.CreateCanvas(), paintContext.Palette);
        glass.Append($"<rect y='{street - 2}' width='{glass.Width}' height='{4 * unit}' fill='{colours.Deep}' fill-opacity='0.7'/>");
        for (var i = 0; i < 26; i++)
        {
            var (x, y, r) = (seededRandom.NextInRange(0, glass.Width), street + (seededRandom.NextInRange(-120, 30) * unit),
                seededRandom.NextInRange(8, 34) * unit);
            glass.DrawCircle(x, y, r, $"{seededRandom.Pick(colours.Accent, colours.Light, colours.Glow)}",
                seededRandom.NextInRange(0.12, 0.42));
            glass.Append(
                $"<rect x='{x - (r * 0.4)}' y='{street}' width='{r * 0.8}' height='{glass.Height - street}' fill='{glass.CreateLinearGradient(0, street, 0, glass.Height, new(0, colours.Glow, 0.28), new(1, colours.Glow, 0))}'/>");
        }
        for (var i = 0; i < 260; i++)
        {
            var (x, y, length) = (seededRandom.NextInRange(-40, glass.Width), seededRandom.NextInRange(-40, glass.Height),
                seededRandom.NextInRange(18, 70) * unit);
            glass.DrawLine([(x, y), (x + (length * 0.18), y + length)], $"{colours.Glow}", seededRandom.NextInRange(0.6, 1.8) * unit,
                seededRandom.NextInRange(0.06, 0.26));
        }
        using var drops = glass.RenderTransparent();
        return wet.Composite2(drops, Enums.BlendMode.Over).Flatten();
    }
}
