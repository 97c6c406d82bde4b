using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a symmetrical Art Deco sun with rays, fans and thin gold lines.</summary>
internal sealed class DecoSun : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.3, Vignette = 0.25 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var (x, y) = (w / 2, h * seededRandom.NextInRange(0.52, 0.62));
        canvas.FillBackground($"{colours.Deep}");
        var rays = seededRandom.Pick(16, 20, 24, 28);
        for (var i = 0; i < rays; i++)
        {
            var (start, end) = (Math.PI + (i * Math.PI / rays), Math.PI + ((i + 1) * Math.PI / rays));
            var offCentre = Math.Abs(((i + 0.5) / rays) - 0.5) * 2;
            var colour = i % 2 == 0 ? colours.Shade.Blend(colours.Mid, 1 - offCentre) : colours.Light.Blend(colours.Mid, offCentre);
            canvas.DrawPolygon([(x, y), (x + (Math.Cos(start) * h * 1.2), y + (Math.Sin(start) * h * 1.2)),
                (x + (Math.Cos(end) * h * 1.2), y + (Math.Sin(end) * h * 1.2))],
                canvas.CreateRadialGradient(x, y, h * 0.75, new(0.2, colour.Lighten(0.06)), new(1, colour.Blend(colours.Deep, 0.55))));
        }
        var sunRadius = unit * seededRandom.NextInRange(200, 260);
        for (var ring = 5; ring >= 0; ring--)
        {
            var r = sunRadius * (1 + (ring * 0.16));
            canvas.DrawCircle(x, y, r, ring % 2 == 1 ? $"{colours.Deep}"
                : canvas.CreateLinearGradient(0, y - r, 0, y,
                    new(0, ring == 0 ? colours.Glow : colours.Accent.Blend(colours.Glow, 0.1 * ring)),
                    new(1, ring == 0 ? colours.Light : colours.Accent)));
            canvas.Append($"<circle cx='{x}' cy='{y}' r='{r}' fill='none' stroke='{colours.Glow}' stroke-width='{2.6 * unit}'/>");
        }
        DrawFans(canvas, colours, y, unit * seededRandom.NextInRange(105, 150), unit);
        DrawFrame(canvas, colours.Glow, colours.Deep, unit);
        return canvas.Render();
    }

    // Draws overlapping scales of four arcs each, every row in front of the previous one.
    private static void DrawFans(Canvas canvas, Palette colours, double top, double r, double unit)
    {
        var (w, h) = (canvas.Width, canvas.Height);
        canvas.Append($"<rect y='{top}' width='{w}' height='{h - top}' fill='{colours.Deep}'/>");
        var columns = Math.Ceiling(w / 2 / r / 2) + 1;
        for (var row = 0; top + (row * r * 0.55) < h + r; row++)
            for (var i = -columns; i <= columns; i++)
            {
                var (x, y) = ((w / 2) + ((i + (row % 2 * 0.5)) * r * 2), top + r + (row * r * 0.55));
                for (var arc = 0; arc < 4; arc++)
                {
                    var radius = r * (1 - (arc * 0.24));
                    var depth = Math.Min(1, row / 9.0);
                    var colour = arc switch { 0 => colours.Shade, 1 => colours.Mid, 2 => colours.Light, _ => colours.Accent };
                    canvas.Append(
                        $"<circle cx='{x}' cy='{y}' r='{radius}' fill='{colour.Blend(colours.Deep, depth * 0.75)}' stroke='{colours.Glow.Blend(colours.Deep, depth * 0.5)}' stroke-width='{2.2 * unit}'/>");
                }
            }
    }

    private static void DrawFrame(Canvas canvas, Colour gold, Colour ground, double unit)
    {
        var (w, h) = (canvas.Width, canvas.Height);
        foreach (var (inset, thickness, colour) in new[] { (0.0, 56.0, ground), (34.0, 5.0, gold), (44.0, 1.8, gold) })
            canvas.Append(
                $"<rect x='{inset * unit}' y='{inset * unit}' width='{w - (2 * inset * unit)}' height='{h - (2 * inset * unit)}' fill='none' stroke='{colour}' stroke-width='{thickness * unit}'/>");
        foreach (var (sx, sy) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
            for (var step = 1; step <= 4; step++)
            {
                var (x, y, s) = (sx == 0 ? 44 * unit : w - (44 * unit), sy == 0 ? 44 * unit : h - (44 * unit), step * 22 * unit);
                canvas.Append(
                    $"<path d='M{x} {y + ((sy == 0 ? 1 : -1) * s)}H{x + ((sx == 0 ? 1 : -1) * s)}V{y}' fill='none' stroke='{gold}' stroke-width='{2.2 * unit}'/>");
            }
    }
}
