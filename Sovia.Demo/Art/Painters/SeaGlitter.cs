using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws the sea under a low sun with scattered reflections, optionally with sails.</summary>
internal sealed class SeaGlitter : IPainter
{
    /// <summary>Whether to draw sailing boats.</summary>
    public bool Sails { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.5 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * seededRandom.NextInRange(0.4, 0.55);
        var (sunX, sunY, radius) = (w * seededRandom.NextInRange(0.3, 0.7), horizon - (h * seededRandom.NextInRange(0.03, 0.16)),
            unit * seededRandom.NextInRange(55, 110));
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, horizon, new(0, colours.Shade.Blend(colours.Mid, 0.3)),
            new(0.5, colours.Mid.Blend(colours.Light, 0.45)), new(0.85, colours.Light.Blend(colours.Glow, 0.35)), new(1, colours.Glow)));
        canvas.DrawGlow(sunX, sunY, radius * 6, colours.Glow, 0.9);
        DrawClouds(canvas, seededRandom, horizon, colours, sunX);
        canvas.DrawCircle(sunX, sunY, radius, $"{colours.Glow.Lighten(0.06)}");
        canvas.Append(
            $"<rect y='{horizon}' width='{w}' height='{h - horizon}' fill='{canvas.CreateLinearGradient(0, horizon, 0, h, new(0, colours.Light.Blend(colours.Mid, 0.5)), new(0.25, colours.Mid.Blend(colours.Shade, 0.35)), new(1, colours.Deep))}'/>");
        canvas.Append(
            $"<rect y='{horizon}' width='{w}' height='{h - horizon}' fill='{canvas.CreateRadialGradient(sunX, horizon, h * 0.5, new(0, colours.Glow, 0.75), new(0.35, colours.Light, 0.25), new(1, colours.Light, 0))}'/>");
        DrawSwell(canvas, seededRandom, horizon, colours);
        DrawGlitter(canvas, seededRandom, horizon, sunX, radius, colours);
        if (Sails)
            for (var i = seededRandom.NextInt(1, 3); i > 0; i--)
                DrawBoat(canvas, w * seededRandom.NextInRange(0.1, 0.9), horizon + (h * seededRandom.NextInRange(0.01, 0.1)),
                    unit * seededRandom.NextInRange(36, 100), colours);
        Scenery.DrawBirds(canvas, seededRandom, sunX - (w * 0.12), sunY - (radius * 1.5), seededRandom.NextInt(0, 5), unit, colours.Deep);
        return canvas.Render();
    }

    private static void DrawClouds(Canvas canvas, SeededRandom seededRandom, double horizon, Palette colours, double sunX)
    {
        for (var i = 0; i < 7; i++)
        {
            var (y, x) = (horizon * seededRandom.NextInRange(0.15, 0.95), seededRandom.NextInRange(-0.1, 1.1) * canvas.Width);
            var size = canvas.Width * seededRandom.NextInRange(0.1, 0.28) * (0.4 + (0.6 * (1 - (y / horizon))));
            var colour = colours.Mid.Blend(colours.Glow, Math.Max(0, 0.75 - (Math.Abs(x - sunX) / canvas.Width)));
            for (var puff = 0; puff < 16; puff++)
            {
                var (px, py) = (x + (seededRandom.NextInRange(-1, 1) * size), y + (seededRandom.NextInRange(-0.12, 0.04) * size));
                var (rx, ry) = (size * seededRandom.NextInRange(0.16, 0.45), size * seededRandom.NextInRange(0.03, 0.1));
                canvas.Append(
                    $"<ellipse cx='{px}' cy='{py}' rx='{rx}' ry='{ry}' fill='{canvas.CreateLinearGradient(0, py - ry, 0, py + ry, new(0, colour.Lighten(0.1), 0.34), new(1, colour, 0.05))}'/>");
            }
        }
    }

    private static void DrawSwell(Canvas canvas, SeededRandom seededRandom, double horizon, Palette colours)
    {
        var (w, h) = (canvas.Width, canvas.Height);
        for (var i = 0; i < 34; i++)
        {
            var t = i / 33.0;
            var y = horizon + (4 + ((h - horizon) * Math.Pow(t, 1.7)));
            var gradientNoise = new GradientNoise(seededRandom.NextUInt64());
            var line = Enumerable.Range(-1, 90)
                .Select(n =>
                    (n * w / 86, y + (gradientNoise.SampleOctaves(n / (4.0 + (16 * t)), t, 3) * h * (0.002 + (0.02 * t)))));
            canvas.FillBelow(line, canvas.CreateLinearGradient(0, y - 6, 0, y + (h * (0.008 + (0.06 * t))),
                new(0, colours.Light.Blend(colours.Mid, t), 0.26), new(0.25, colours.Shade, 0.2), new(1, colours.Deep, 0.02)));
        }
    }

    private static void DrawGlitter(Canvas canvas, SeededRandom seededRandom, double horizon, double sunX, double radius, Palette colours)
    {
        for (var i = 0; i < 620; i++)
        {
            var t = Math.Pow(seededRandom.NextDouble(), 1.5);
            var spread = (radius * 0.55) + (canvas.Width * 0.22 * t);
            var x = sunX + ((seededRandom.NextDouble() + seededRandom.NextDouble() + seededRandom.NextDouble() - 1.5) * spread);
            var (y, halfWidth) = (horizon + 2 + ((canvas.Height - horizon) * t), (3 + (26 * t)) * seededRandom.NextInRange(0.4, 1.3));
            canvas.Append(
                $"<ellipse cx='{x}' cy='{y}' rx='{halfWidth}' ry='{0.8 + (2.2 * t)}' fill='{colours.Glow}' fill-opacity='{seededRandom.NextInRange(0.25, 0.95) * (1 - (t * 0.65))}'/>");
        }
    }

    private static void DrawBoat(Canvas canvas, double x, double y, double size, Palette colours)
    {
        canvas.Append(
            $"<path fill='{colours.Deep}' fill-opacity='0.35' d='M{x - (size * 0.4)} {y}L{x + (size * 0.45)} {y}L{x + (size * 0.05)} {y + (size * 0.9)}Z'/>");
        canvas.Append(
            $"<path fill='{colours.Glow.Blend(colours.Light, 0.35)}' d='M{x} {y - (size * 1.35)}Q{x + (size * 0.62)} {y - (size * 0.6)} {x + (size * 0.5)} {y - (size * 0.16)}L{x} {y - (size * 0.13)}Z'/>");
        canvas.Append(
            $"<path fill='{colours.Accent}' d='M{x - (size * 0.04)} {y - (size * 1.25)}Q{x - (size * 0.2)} {y - (size * 0.5)} {x - (size * 0.46)} {y - (size * 0.16)}L{x - (size * 0.04)} {y - (size * 0.13)}Z'/>");
        canvas.Append(
            $"<path fill='{colours.Deep}' d='M{x - (size * 0.5)} {y - (size * 0.1)}H{x + (size * 0.55)}Q{x + (size * 0.4)} {y + (size * 0.08)} {x + (size * 0.2)} {y + (size * 0.1)}H{x - (size * 0.32)}Q{x - (size * 0.45)} {y + (size * 0.05)} {x - (size * 0.5)} {y - (size * 0.1)}Z'/>");
    }
}
