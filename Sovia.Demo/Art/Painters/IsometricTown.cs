using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws an isometric town: roofs, stairs, windows, trees.</summary>
internal sealed class IsometricTown : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Print with { Vignette = 0.3, Grain = 0.18 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, h, new(0, colours.Light.Blend(colours.Glow, 0.45)),
            new(1, colours.Mid)));
        var (side, gradientNoise) = (unit * seededRandom.NextInRange(62, 84), new GradientNoise(paintContext.Seed));
        var columns = (int)(w / side / 0.866) + 4;
        var rows = (int)(h / side * 2) + 12;
        for (var row = -4; row < rows; row++)
            for (var i = -2; i < columns; i++)
            {
                var (x, y) = ((i * side * 1.732) + (row % 2 * side * 0.866), row * side * 0.5);
                var height = Math.Max(0, gradientNoise.Sample(i * 0.42, row * 0.21) + 0.42) * side * 3.4;
                DrawBlock(canvas, seededRandom, colours, x, y, side, Math.Round(height / side * 2) / 2 * side);
            }
        return canvas.Render();
    }

    private static void DrawBlock(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double s, double height)
    {
        var (hx, hy) = (s * 0.866, s * 0.5);
        var top = y - height;
        var wallColour = height == 0 ? colours.Light : seededRandom.Pick(colours.Light, colours.Mid, colours.Glow,
            colours.Mid.Blend(colours.Light, 0.5), colours.Accent);
        var (left, right) = (wallColour.Blend(colours.Shade, 0.32), wallColour.Blend(colours.Deep, 0.62));
        if (height > 0)
        {
            canvas.DrawPolygon([(x - hx, top), (x, top + hy), (x, y + hy), (x - hx, y)],
                canvas.CreateLinearGradient(0, top, 0, y + hy, new(0, left), new(1, left.Blend(colours.Shade, 0.45))));
            canvas.DrawPolygon([(x + hx, top), (x, top + hy), (x, y + hy), (x + hx, y)],
                canvas.CreateLinearGradient(0, top, 0, y + hy, new(0, right), new(1, right.Blend(colours.Deep, 0.4))));
            DrawWindows(canvas, seededRandom, colours, x, top, hx, hy, s, height);
        }
        canvas.DrawPolygon([(x - hx, top), (x, top - hy), (x + hx, top), (x, top + hy)],
            $"{(height == 0 ? wallColour.Blend(colours.Mid, 0.35) : wallColour.Lighten(0.05))}");
        if (height > 0 && seededRandom.NextBool(0.35))
            canvas.DrawPolygon([(x - (hx * 0.72), top), (x, top - (hy * 0.72)), (x + (hx * 0.72), top), (x, top + (hy * 0.72))],
                $"{wallColour.Blend(colours.Shade, 0.28)}");
        if (seededRandom.NextBool(height == 0 ? 0.55 : 0.12)) DrawTree(canvas, seededRandom, colours, x, top, s);
    }

    // Draws all panes of one tone as one element, because thousands of small elements would take most of the time.
    private static void DrawWindows(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double top, double hx, double hy,
        double s, double height)
    {
        var panes = new (Colour, bool, int)[] { (colours.Glow, true, 0), (colours.Shade, false, -1), (colours.Deep, false, 1) };
        var seed = seededRandom.NextUInt64();
        foreach (var (colour, isLit, visibleFace) in panes)
        {
            var random = new SeededRandom(seed);
            canvas.Append($"<path fill='{colour}' d='");
            for (var level = 0.28; level < (height / s) - 0.1; level += 0.5)
                foreach (var (along, face) in new[] { (0.25, -1), (0.65, -1), (0.25, 1), (0.65, 1) })
                {
                    var (hasPane, isPaneLit) = (!random.NextBool(0.22), random.NextBool(0.3));
                    if (!hasPane || isPaneLit != isLit || (!isLit && face != visibleFace)) continue;
                    var (wx, wy, dx, dy, paneHeight) = (x + (face * hx * (1 - along)), top + (hy * along) + (level * s), -face * hx * 0.2,
                        hy * 0.2, s * 0.26);
                    canvas.Append($"M{wx} {wy}l{dx} {dy}v{paneHeight}l{-dx} {-dy}Z");
                }
            canvas.Append($"'/>");
        }
    }

    private static void DrawTree(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double s)
    {
        var (r, leaf) = (s * seededRandom.NextInRange(0.24, 0.36), Colour.FromHex("#4d7a52").Blend(colours.Shade, 0.3)
            .Lighten(seededRandom.NextInRange(-0.05, 0.05)));
        canvas.Append(
            $"<ellipse cx='{x + (r * 0.5)}' cy='{y + (r * 0.2)}' rx='{r}' ry='{r * 0.5}' fill='{colours.Deep}' fill-opacity='0.28'/>");
        canvas.DrawLine([(x, y), (x, y - r)], $"{colours.Deep}", s * 0.05);
        canvas.DrawCircle(x, y - (r * 1.5), r, canvas.CreateRadialGradient(x - (r * 0.4), y - (r * 1.9), r * 1.5,
            new(0, leaf.Lighten(0.14)), new(1, leaf.Lighten(-0.08))));
    }
}
