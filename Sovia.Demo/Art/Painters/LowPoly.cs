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
        Sky(paintContext, canvas, seededRandom);
        canvas.DrawGlow(w * 0.5, h * 0.46, unit * 620, colours.Glow, 0.4);
        var scale = Math.Min(w / (Animal == Animal.Whale ? 132 : 100), h / 118);
        foreach (var (points, tone, mirrored) in AnimalFacets.ForAnimal(Animal))
            foreach (var side in mirrored ? new[] { 1, -1 } : [1])
            {
                var light = tone switch
                {
                    >= 2 => colours.Glow.Blend(colours.Light, tone - 2),
                    >= 1 =>
                    colours.Accent.Blend(colours.Glow, (tone - 1) * 0.55),
                    _ => colours.Deep.Blend(colours.Accent, tone)
                };
                var facet = points.Select(point => ((w * 0.5) + (point.X * side * scale), (h * 0.5) + (point.Y * scale))).ToList();
                var shade = light.Lighten((side * -0.028) + seededRandom.NextInRange(-0.018, 0.018));
                canvas.DrawPolygon(facet, $"{shade}");
                canvas.DrawLine([.. facet, facet[0]], $"{shade}", 0.8);
            }
        return canvas.Render();
    }

    private static void Sky(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom)
    {
        var (cell, colours, gradientNoise) = (paintContext.Unit * 105, paintContext.Palette, new GradientNoise(paintContext.Seed));
        var (across, down) = ((int)(paintContext.Width / cell) + 3, (int)(paintContext.Height / cell) + 3);
        var knots = new (double X, double Y)[across + 1, down + 1];
        for (var i = 0; i <= across; i++)
            for (var j = 0; j <= down; j++)
                knots[i, j] = (((i - 1) * cell) + (seededRandom.NextInRange(-0.36, 0.36) * cell), ((j - 1) * cell)
                    + (seededRandom.NextInRange(-0.36, 0.36) * cell));
        for (var i = 0; i < across; i++)
            for (var j = 0; j < down; j++)
                foreach (var facet in seededRandom.NextBool(0.5)
                    ? new[] { new[] { knots[i, j], knots[i + 1, j], knots[i, j + 1] },
                        [knots[i + 1, j], knots[i + 1, j + 1], knots[i, j + 1]] }
                    : [[knots[i, j], knots[i + 1, j], knots[i + 1, j + 1]], [knots[i, j], knots[i + 1, j + 1], knots[i, j + 1]]])
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
