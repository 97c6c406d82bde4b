using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>A fox, an owl or a whale folded from flat facets before a broken sky.</summary>
internal sealed class LowPoly : IPainter
{
    /// <summary>Which animal.</summary>
    public Animal Animal { get; init; }

    public Look Look => Look.Print with { Grain = 0.16, Vignette = 0.35 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        Sky(sheet, canvas, dice);
        canvas.Halo(w * 0.5, h * 0.46, unit * 620, colours.Glow, 0.4);
        var scale = Math.Min(w / (Animal == Animal.Whale ? 132 : 100), h / 118);
        foreach (var (points, tone, mirrored) in Facets.Of(Animal))
            foreach (var side in mirrored ? new[] { 1, -1 } : [1])
            {
                var light = tone switch { >= 2 => colours.Glow.To(colours.Light, tone - 2), >= 1 => colours.Accent.To(colours.Glow, (tone - 1) * 0.55), _ => colours.Deep.To(colours.Accent, tone) };
                var facet = points.Select(point => ((w * 0.5) + (point.X * side * scale), (h * 0.5) + (point.Y * scale))).ToList();
                var shade = light.Lit((side * -0.028) + dice.Range(-0.018, 0.018));
                canvas.Shape(facet, $"{shade}");
                canvas.Stroke([.. facet, facet[0]], $"{shade}", 0.8);
            }
        return canvas.Draw();
    }

    private static void Sky(Sheet sheet, Canvas canvas, Dice dice)
    {
        var (cell, colours, noise) = (sheet.Unit * 105, sheet.Palette, new Noise(sheet.Seed));
        var (across, down) = ((int)(sheet.Width / cell) + 3, (int)(sheet.Height / cell) + 3);
        var knots = new (double X, double Y)[across + 1, down + 1];
        for (var i = 0; i <= across; i++)
            for (var j = 0; j <= down; j++)
                knots[i, j] = (((i - 1) * cell) + (dice.Range(-0.36, 0.36) * cell), ((j - 1) * cell) + (dice.Range(-0.36, 0.36) * cell));
        for (var i = 0; i < across; i++)
            for (var j = 0; j < down; j++)
                foreach (var facet in dice.Chance(0.5)
                    ? new[] { new[] { knots[i, j], knots[i + 1, j], knots[i, j + 1] }, [knots[i + 1, j], knots[i + 1, j + 1], knots[i, j + 1]] }
                    : [[knots[i, j], knots[i + 1, j], knots[i + 1, j + 1]], [knots[i, j], knots[i + 1, j + 1], knots[i, j + 1]]])
                {
                    var (x, y) = (facet.Average(point => point.X) / sheet.Width, facet.Average(point => point.Y) / sheet.Height);
                    var colour = colours.At(0.1 + (0.42 * y) + (noise.At(x * 2.4, y * 2.4) * 0.14) + dice.Range(-0.035, 0.035));
                    canvas.Shape(facet, $"{colour}");
                    canvas.Stroke([.. facet, facet[0]], $"{colour}", 0.9);
                }
    }
}
