using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a forest of paper cut-outs, each with its shadow on the one behind.</summary>
internal sealed class PaperForest : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Print with { Vignette = 0.25, Grain = 0.3 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var (x, y) = (w * seededRandom.NextInRange(0.42, 0.58), h * seededRandom.NextInRange(0.36, 0.46));
        canvas.FillBackground($"{colours.Glow}");
        canvas.DrawCircle(x, y, unit * 190, $"{colours.Accent.Blend(colours.Glow, 0.1)}");
        canvas.DrawCircle(x, y, unit * 190, canvas.CreateLinearGradient(0, y - (190 * unit), 0, y + (190 * unit),
            new(0, colours.Glow, 0.35), new(1, colours.Accent, 0)));
        const int Sheets = 6;
        for (var i = 0; i < Sheets; i++)
        {
            var near = i / (Sheets - 1.0);
            var outline = CreateSheet(paintContext, new SeededRandom(paintContext.Seed + (ulong)(i * 77)), x, y, near).ToList();
            for (var step = 1; step <= 5; step++)
                canvas.DrawPolygon(outline.Select(point => (point.X + (step * 2.4 * unit), point.Y + (step * 3.4 * unit))),
                    $"{colours.Deep}", 0.055);
            var paper = colours.GetColour(0.9 - (near * 0.88));
            canvas.DrawPolygon(outline, canvas.CreateLinearGradient(0, 0, 0, h, new(0, paper.Lighten(0.03)), new(1, paper.Lighten(-0.05))));
            if (i is 2)
                DrawDeer(canvas, x + (unit * seededRandom.NextInRange(-60, 40)), GetFloorY(paintContext, x, near) + (4 * unit), unit * 62,
                    colours.GetColour(0.9 - (near * 0.88)).Lighten(-0.02));
        }
        return canvas.Render();
    }

    private static double GetFloorY(PaintContext paintContext, double x, double near) =>
        (paintContext.Height * (0.62 + (0.3 * near)))
        + (new GradientNoise(paintContext.Seed + (ulong)(near * 50)).Sample(x / paintContext.Width * 2.2, 3) * paintContext.Height * 0.035);

    // Creates a sheet with a hole in the middle, edged by trunks and branches at the sides and by the ground below.
    private static IEnumerable<(double X, double Y)> CreateSheet(PaintContext paintContext, SeededRandom seededRandom, double x, double y,
        double near)
    {
        var (w, h) = (paintContext.Width, paintContext.Height);
        var gradientNoise = new GradientNoise(paintContext.Seed + (ulong)(near * 900));
        var gap = (0.16 + (0.36 * near)) * w;
        yield return (-60, -60);
        yield return (x, -60);
        var top = y - (h * (0.2 + (0.32 * near)));
        for (double turn = -90; turn <= 40; turn += 2.5) yield return GetLeaf(gradientNoise, seededRandom, x, y, gap, y - top, turn, w);
        for (var floorX = x + (gap * 1.02); floorX > x - gap; floorX -= 8) yield return (floorX, GetFloorY(paintContext, floorX, near));
        for (double turn = 140; turn <= 270; turn += 2.5) yield return GetLeaf(gradientNoise, seededRandom, x, y, gap, y - top, turn, w);
        yield return (x, -60);
        yield return (w + 60, -60);
        yield return (w + 60, h + 60);
        yield return (-60, h + 60);
    }

    private static (double X, double Y) GetLeaf(GradientNoise gradientNoise, SeededRandom seededRandom, double x, double y, double radiusX,
        double radiusY, double degrees, double w)
    {
        var angle = degrees * Math.PI / 180;
        var frill = 1 + (gradientNoise.SampleOctaves(degrees * 0.06, 2, 3) * 0.2) + (seededRandom.NextInRange(-1, 1) * 0.05);
        return (x + (Math.Cos(angle) * radiusX * frill), y + (Math.Sin(angle) * radiusY * frill) + (w * 0.02));
    }

    private static void DrawDeer(Canvas canvas, double x, double y, double s, Colour colour) => canvas.Append($"""
        <g transform='translate({x} {y}) scale({s / 60})' fill='{colour}' stroke='{colour}' stroke-linecap='round' stroke-linejoin='round'>
        <path stroke='none' d='M-30 -34C-26 -44 4 -42 14 -42C20 -46 24 -58 27 -64L36 -66L44 -60L43 -57L34 -55C30 -48 27 -38 23 -30C22 -22 21 -12 22 0H18L16 -22L12 -25C2 -21 -12 -22 -19 -23L-22 -14L-21 0H-25L-27 -14L-29 -24C-32 -28 -32 -31 -30 -34Z'/>
        <path fill='none' stroke-width='2.4' d='M30 -65C26 -74 22 -78 22 -88M25 -78C20 -80 17 -84 16 -89M34 -66C36 -76 42 -80 43 -90M38 -78C43 -79 47 -83 49 -88M11 -25L13 0M-27 -20L-30 0'/></g>
        """);
}
