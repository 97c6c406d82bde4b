using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws dunes with a lit and a dark side under a low sun.</summary>
internal sealed class Dunes : IPainter
{
    /// <summary>Whether to draw a line of camels on a crest.</summary>
    public bool Caravan { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Film with { Grain = 0.24 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * seededRandom.NextInRange(0.36, 0.48);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, horizon, new(0, colours.Accent.Blend(colours.Shade, 0.35)),
            new(0.55, colours.Accent.Blend(colours.Light, 0.6)), new(1, colours.Glow)));
        var (sunX, sunY, radius) = (w * seededRandom.NextInRange(0.2, 0.8), horizon * seededRandom.NextInRange(0.45, 0.8),
            unit * seededRandom.NextInRange(60, 120));
        canvas.DrawGlow(sunX, sunY, radius * 5, colours.Glow, 0.8);
        canvas.DrawCircle(sunX, sunY, radius, $"{colours.Glow.Lighten(0.04)}");
        Scenery.DrawCloudStreaks(canvas, seededRandom, horizon * 0.2, horizon * 0.9, 8, colours.Glow, 0.5);
        const int Count = 6;
        for (var i = 0; i < Count; i++)
        {
            var nearness = i / (Count - 1.0);
            var crest = CreateCrest(paintContext, seededRandom, horizon + ((h - horizon) * 0.72 * Math.Pow(nearness, 1.35)),
                h * (0.03 + (0.13 * nearness)));
            DrawDune(paintContext, canvas, seededRandom, crest, nearness);
            if (Caravan && i == 3) DrawCamels(canvas, seededRandom, crest, unit, colours.Deep);
        }
        return canvas.Render();
    }

    private static List<(double X, double Y)> CreateCrest(PaintContext paintContext, SeededRandom seededRandom, double y, double rise)
    {
        var gradientNoise = new GradientNoise(seededRandom.NextUInt64());
        var line = new List<(double X, double Y)>();
        for (double x = -6; x <= paintContext.Width + 6; x += 6)
        {
            var wave = gradientNoise.Sample(x / paintContext.Width * 1.6, 2.5);
            line.Add((x, y - (rise * (0.4 + (1.1 * (1 - Math.Sqrt((wave * wave * 3.2) + 0.004)))))));
        }
        return line;
    }

    private static void DrawDune(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, List<(double X, double Y)> crest,
        double nearness)
    {
        var (colours, h, w) = (paintContext.Palette, canvas.Height, canvas.Width);
        var top = crest.Min(point => point.Y);
        var lit = colours.Glow.Blend(colours.Light.Blend(colours.Mid, nearness * 0.75), 0.3 + (nearness * 0.7));
        var dark = lit.Blend(colours.Shade.Blend(colours.Deep, nearness * 0.4), 0.35 + (nearness * 0.5));
        canvas.FillBelow(crest, canvas.CreateLinearGradient(0, top, 0, top + (h * 0.4), new(0, lit.Lighten(0.03)),
            new(1, lit.Blend(colours.Mid, 0.6))));
        if (nearness < 0.3) return;
        // The shaded slope starts at the crest and curves to one side.
        var (direction, gradientNoise) = (seededRandom.NextBool(0.5) ? 1 : -1, new GradientNoise(seededRandom.NextUInt64()));
        var middleX = w * seededRandom.NextInRange(0.25, 0.75);
        var peak = crest.MinBy(point => point.Y + (Math.Abs(point.X - middleX) * 0.05));
        var edge = new List<(double X, double Y)>();
        for (double t = 0; t <= 1; t += 0.02)
            edge.Add((peak.X - (direction * w * 0.55 * Math.Pow(t, 1.6)) + (gradientNoise.Sample(t * 3, 1) * w * 0.06 * t), peak.Y
                + ((h - peak.Y) * t)));
        var shadedSide = crest.Where(point => (point.X - peak.X) * direction >= 0).OrderBy(point => point.X * direction).ToList();
        canvas.DrawPolygon([.. Enumerable.Reverse(edge), .. shadedSide, (direction > 0 ? w + 6 : -6, h + 2)],
            canvas.CreateLinearGradient(peak.X, 0, peak.X + (direction * w * 0.9), 0, new(0, dark), new(1, dark.Blend(lit, 0.35))), 0.88);
        for (var i = 0; nearness > 0.5 && i < 26; i++)
        {
            var offset = i * h * 0.012 * (0.6 + nearness);
            canvas.DrawLine(crest.Where((_, n) => n % 2 == 0)
                .Select(point => (point.X, point.Y + (h * 0.03) + offset + (gradientNoise.Sample(point.X / w * 4, i * 0.35) * h * 0.012))),
                $"{colours.Deep}", paintContext.Unit * 1.6, 0.075);
        }
    }

    private static void DrawCamels(Canvas canvas, SeededRandom seededRandom, List<(double X, double Y)> crest, double unit, Colour colour)
    {
        var start = (int)(crest.Count * seededRandom.NextInRange(0.25, 0.5));
        for (var i = 0; i < 6; i++)
        {
            var (x, y) = crest[Math.Min(start + (i * (int)Math.Max(4, 38 * unit / 6)), crest.Count - 1)];
            var s = unit * 11;
            canvas.Append(
                $"<path fill='{colour}' d='M{x - (s * 1.1)} {y + 2}V{y - (s * 1.1)}Q{x - (s * 0.9)} {y - (s * 1.7)} {x - (s * 0.5)} {y - (s * 1.5)}Q{x} {y - (s * 2.6)} {x + (s * 0.5)} {y - (s * 1.5)}L{x + (s * 1.1)} {y - (s * 1.2)}L{x + (s * 1.5)} {y - (s * 2.3)}L{x + (s * 2.1)} {y - (s * 2.25)}L{x + (s * 1.7)} {y - (s * 1.9)}L{x + (s * 1.2)} {y - (s * 0.8)}V{y + 2}H{x + (s * 0.95)}V{y - (s * 0.8)}H{x - (s * 0.9)}V{y + 2}Z'/>");
        }
    }
}
