using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws leaded panes around a light, each slightly different from its neighbour.</summary>
internal sealed class StainedGlass : IPainter
{
    /// <summary>Whether to arrange the panes in rings, as in a rose window.</summary>
    public bool Rose { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.45, Grain = 0.2 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var centre = Rose ? (X: w / 2, Y: h / 2) : (X: w * seededRandom.NextInRange(0.3, 0.7), Y: h * seededRandom.NextInRange(0.25, 0.45));
        var seeds = Rose ? CreateRings(paintContext, seededRandom, centre) : ScatterSeeds(paintContext, seededRandom);
        canvas.FillBackground($"{colours.Deep.Lighten(-0.08)}");
        var noise = new GradientNoise(paintContext.Seed);
        foreach (var seed in seeds)
        {
            var pane = VoronoiCells.ComputeCell(seed, seeds, w, h);
            if (pane.Count < 3) continue;
            var radius = Math.Sqrt(((seed.X - centre.X) * (seed.X - centre.X)) + ((seed.Y - centre.Y) * (seed.Y - centre.Y))) / Math.Max(w,
                h);
            var tone = Rose ? (Math.Round(radius * 11) * 0.37 % 1) : 0.95 - (radius * 1.15)
                + (noise.Sample(seed.X / w * 3, seed.Y / w * 3) * 0.32);
            var glassColour = (seededRandom.NextBool(0.13) ? colours.Accent : colours.GetColour(0.1 + (0.86 * Math.Clamp(tone, 0, 1))))
                .ScaleChroma(1.18).Lighten(seededRandom.NextInRange(-0.05, 0.06));
            var fill = canvas.CreateRadialGradient(seed.X - (unit * 14), seed.Y - (unit * 18), unit * 95, new(0, glassColour.Lighten(0.1)),
                new(1, glassColour.Lighten(-0.1)));
            canvas.DrawPolygon(pane, fill);
            DrawLead(canvas, pane, colours.Deep.Lighten(-0.1), unit * (Rose ? 6.5 : 7.5), 1);
            DrawLead(canvas, pane, colours.Light, unit * 1.2, 0.22);
        }
        canvas.DrawGlow(centre.X, centre.Y, Math.Max(w, h) * 0.5, colours.Glow, 0.5);
        return canvas.Render();
    }

    private static void DrawLead(Canvas canvas, List<(double X, double Y)> pane, Colour lead, double thickness, double opacity) =>
        canvas.DrawLine([.. pane, pane[0]], $"{lead}", thickness, opacity);

    private static List<(double X, double Y)> ScatterSeeds(PaintContext paintContext, SeededRandom seededRandom)
    {
        var (cellSize, seeds) = (paintContext.Unit * 88, new List<(double X, double Y)>());
        for (var y = -cellSize; y < paintContext.Height + cellSize; y += cellSize)
            for (var x = -cellSize; x < paintContext.Width + cellSize; x += cellSize)
                seeds.Add((x + (cellSize * seededRandom.NextInRange(0, 0.95)), y + (cellSize * seededRandom.NextInRange(0, 0.95))));
        return seeds;
    }

    private static List<(double X, double Y)> CreateRings(PaintContext paintContext, SeededRandom seededRandom, (double X, double Y) centre)
    {
        var seeds = new List<(double X, double Y)> { centre };
        var petals = seededRandom.Pick(8, 10, 12);
        var radius = paintContext.Unit * 90;
        for (var ring = 1; radius < Math.Max(paintContext.Width, paintContext.Height) * 0.72; ring++)
        {
            var panes = petals * (ring < 3 ? 1 : ring < 6 ? 2 : 3);
            for (var i = 0; i < panes; i++)
            {
                var angle = (i + (ring % 2 * 0.5)) / panes * Math.Tau;
                seeds.Add((centre.X + (Math.Cos(angle) * radius), centre.Y + (Math.Sin(angle) * radius)));
            }
            radius += paintContext.Unit * (ring % 2 == 0 ? 62 : 88);
        }
        return seeds;
    }
}
