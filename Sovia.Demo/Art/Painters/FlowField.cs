using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws thousands of strokes along a vector field.</summary>
internal sealed class FlowField : IPainter
{
    /// <summary>Whether to draw broad ribbons rather than fine lines.</summary>
    public bool Ribbons { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.22, Vignette = 0.15 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h, gradientNoise) = (canvas.Width, canvas.Height, new GradientNoise(paintContext.Seed));
        var isDark = seededRandom.NextBool(0.5);
        canvas.FillBackground($"{(isDark ? colours.Deep : colours.Glow)}");
        var (cell, occupied) = (unit * (Ribbons ? 15 : 6.5), new HashSet<(int, int)>());
        var scale = seededRandom.NextInRange(1.1, 1.7) / Math.Max(w, h);
        for (var i = 0; i < (Ribbons ? 2600 : 2600); i++)
        {
            var (x, y) = (seededRandom.NextInRange(-0.05, 1.05) * w, seededRandom.NextInRange(-0.05, 1.05) * h);
            var width = cell * (Ribbons ? seededRandom.Pick(0.75, 0.75, 0.75, 1.7, 2.6) : seededRandom.NextInRange(0.35, 0.75));
            var line = Trace(gradientNoise, occupied, cell, width, x, y, scale, seededRandom.NextInt(30, Ribbons ? 110 : 150), unit * 7, w,
                h);
            if (line.Count < 6) continue;
            var tone = 0.5 + (0.9 * gradientNoise.SampleOctaves(x * scale * 1.7, y * scale * 1.7, 2))
                + seededRandom.NextInRange(-0.12, 0.12);
            var colour = seededRandom.NextBool(0.07) ? colours.Accent : isDark ? colours.GetColour(0.32 + (0.68 * tone))
                : colours.GetColour(0.8 * tone);
            canvas.DrawLine(line, $"{colour}", width);
        }
        return canvas.Render();
    }

    // A stroke ends where another one has passed, so that strokes keep their distance.
    private static List<(double X, double Y)> Trace(
        GradientNoise gradientNoise, HashSet<(int, int)> occupied, double cell, double width, double x, double y, double scale, int steps,
        double stride, double w, double h)
    {
        var (line, ownCells) = (new List<(double X, double Y)>(), new HashSet<(int, int)>());
        var radius = (int)Math.Round(width / cell / 2);
        for (var i = 0; i < steps && x > -60 && y > -60 && x < w + 60 && y < h + 60; i++)
        {
            var (column, row) = ((int)Math.Floor(x / cell), (int)Math.Floor(y / cell));
            for (var dx = -radius; dx <= radius; dx++)
                for (var dy = -radius; dy <= radius; dy++)
                {
                    if (occupied.Contains((column + dx, row + dy))) return Finish();
                    ownCells.Add((column + dx, row + dy));
                }
            line.Add((x, y));
            var angle = gradientNoise.SampleOctaves(x * scale, y * scale, 2, 0.35) * Math.PI * 2.6;
            (x, y) = (x + (Math.Cos(angle) * stride), y + (Math.Sin(angle) * stride));
        }
        return Finish();

        List<(double X, double Y)> Finish()
        {
            if (line.Count >= 6) occupied.UnionWith(ownCells);
            return line;
        }
    }
}
