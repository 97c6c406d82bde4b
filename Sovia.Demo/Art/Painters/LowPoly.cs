using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a fox, an owl or a whale of flat facets in front of a faceted sky.</summary>
internal sealed class LowPoly : IPainter
{
    /// <summary>The animal.</summary>
    public Animal Animal { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.16, Vignette = 0.35 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        DrawSky(paintContext, canvas, seededRandom);
        canvas.DrawGlow(w * 0.5, h * 0.46, unit * 620, colours.Glow, 0.4);
        var scale = Math.Min(w / (Animal == Animal.Whale ? 132 : 100), h / 118);
        foreach (var (points, tone, mirrored) in AnimalFacets.ForAnimal(Animal))
            foreach (var side in mirrored ? new[] { 1, -1 } : [1])
            {
                var toneColour = tone switch
                {
                    >= 2 => colours.Glow.Blend(colours.Light, tone - 2),
                    >= 1 =>
                    colours.Accent.Blend(colours.Glow, (tone - 1) * 0.55),
                    _ => colours.Deep.Blend(colours.Accent, tone)
                };
                var facet = points.Select(point => ((w * 0.5) + (point.X * side * scale), (h * 0.5) + (point.Y * scale))).ToList();
                var shade = toneColour.Lighten((side * -0.028) + seededRandom.NextInRange(-0.018, 0.018));
                canvas.DrawPolygon(facet, $"{shade}");
                canvas.DrawLine([.. facet, facet[0]], $"{shade}", 0.8);
            }
        return canvas.Render();
    }

    private static void DrawSky(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom)
    {
        var (cellSize, colours, gradientNoise) = (paintContext.Unit * 105, paintContext.Palette, new GradientNoise(paintContext.Seed));
        var (columns, rows) = ((int)(paintContext.Width / cellSize) + 3, (int)(paintContext.Height / cellSize) + 3);
        var grid = new (double X, double Y)[columns + 1, rows + 1];
        for (var i = 0; i <= columns; i++)
            for (var j = 0; j <= rows; j++)
                grid[i, j] = (((i - 1) * cellSize) + (seededRandom.NextInRange(-0.36, 0.36) * cellSize), ((j - 1) * cellSize)
                    + (seededRandom.NextInRange(-0.36, 0.36) * cellSize));
        for (var i = 0; i < columns; i++)
            for (var j = 0; j < rows; j++)
                foreach (var facet in seededRandom.NextBool(0.5)
                    ? new[] { new[] { grid[i, j], grid[i + 1, j], grid[i, j + 1] },
                        [grid[i + 1, j], grid[i + 1, j + 1], grid[i, j + 1]] }
                    : [[grid[i, j], grid[i + 1, j], grid[i + 1, j + 1]], [grid[i, j], grid[i + 1, j + 1], grid[i, j + 1]]])
                {
                    var (x, y) = (facet.Average(point => point.X) / paintContext.Width,
                        facet.Average(point => point.Y) / paintContext.Height);
                    var colour = colours.GetColour(0.1 + (0.42 * y) + (gradientNoise.Sample(x * 2.4, y * 2.4) * 0.14)
                        + seededRandom.NextInRange(-0.035, 0.035));
                    canvas.DrawPolygon(facet, $"{colour}");
                    canvas.DrawLine([.. facet, facet[0]], $"{colour}", 0.9);
                }
    }
}
