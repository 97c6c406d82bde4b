using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Dunes with a lit and a dark side, to a low sun.</summary>
internal sealed class Dunes : IPainter
{
    /// <summary>A line of camels on a crest.</summary>
    public bool Caravan { get; init; }

    public Look Look => Look.Film with { Grain = 0.24 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * dice.Range(0.36, 0.48);
        canvas.Wash(canvas.Linear(0, 0, 0, horizon, new(0, colours.Accent.To(colours.Shade, 0.35)), new(0.55, colours.Accent.To(colours.Light, 0.6)), new(1, colours.Glow)));
        var (sunX, sunY, sun) = (w * dice.Range(0.2, 0.8), horizon * dice.Range(0.45, 0.8), unit * dice.Range(60, 120));
        canvas.Halo(sunX, sunY, sun * 5, colours.Glow, 0.8);
        canvas.Disc(sunX, sunY, sun, $"{colours.Glow.Lit(0.04)}");
        Scenery.Streaks(canvas, dice, horizon * 0.2, horizon * 0.9, 8, colours.Glow, 0.5);
        const int Count = 6;
        for (var i = 0; i < Count; i++)
        {
            var near = i / (Count - 1.0);
            var crest = Crest(sheet, dice, horizon + ((h - horizon) * 0.72 * Math.Pow(near, 1.35)), h * (0.03 + (0.13 * near)));
            Dune(sheet, canvas, dice, crest, near);
            if (Caravan && i == 3) Camels(canvas, dice, crest, unit, colours.Deep);
        }
        return canvas.Draw();
    }

    private static List<(double X, double Y)> Crest(Sheet sheet, Dice dice, double y, double rise)
    {
        var noise = new Noise(dice.Bits());
        var line = new List<(double X, double Y)>();
        for (double x = -6; x <= sheet.Width + 6; x += 6)
        {
            var wave = noise.At(x / sheet.Width * 1.6, 2.5);
            line.Add((x, y - (rise * (0.4 + (1.1 * (1 - Math.Sqrt((wave * wave * 3.2) + 0.004)))))));
        }
        return line;
    }

    private static void Dune(Sheet sheet, Canvas canvas, Dice dice, List<(double X, double Y)> crest, double near)
    {
        var (colours, h, w) = (sheet.Palette, canvas.Height, canvas.Width);
        var top = crest.Min(point => point.Y);
        var lit = colours.Glow.To(colours.Light.To(colours.Mid, near * 0.75), 0.3 + (near * 0.7));
        var dark = lit.To(colours.Shade.To(colours.Deep, near * 0.4), 0.35 + (near * 0.5));
        canvas.Ground(crest, canvas.Linear(0, top, 0, top + (h * 0.4), new(0, lit.Lit(0.03)), new(1, lit.To(colours.Mid, 0.6))));
        if (near < 0.3) return;
        // The slope away from the sun begins at the crest and bends off to one side.
        var (lean, noise) = (dice.Chance(0.5) ? 1 : -1, new Noise(dice.Bits()));
        var middle = w * dice.Range(0.25, 0.75);
        var peak = crest.MinBy(point => point.Y + (Math.Abs(point.X - middle) * 0.05));
        var edge = new List<(double X, double Y)>();
        for (double t = 0; t <= 1; t += 0.02)
            edge.Add((peak.X - (lean * w * 0.55 * Math.Pow(t, 1.6)) + (noise.At(t * 3, 1) * w * 0.06 * t), peak.Y + ((h - peak.Y) * t)));
        var side = crest.Where(point => (point.X - peak.X) * lean >= 0).OrderBy(point => point.X * lean).ToList();
        canvas.Shape([.. Enumerable.Reverse(edge), .. side, (lean > 0 ? w + 6 : -6, h + 2)], canvas.Linear(peak.X, 0, peak.X + (lean * w * 0.9), 0, new(0, dark), new(1, dark.To(lit, 0.35))), 0.88);
        for (var i = 0; near > 0.5 && i < 26; i++)
        {
            var down = i * h * 0.012 * (0.6 + near);
            canvas.Stroke(crest.Where((_, n) => n % 2 == 0).Select(point => (point.X, point.Y + (h * 0.03) + down + (noise.At(point.X / w * 4, i * 0.35) * h * 0.012))), $"{colours.Deep}", sheet.Unit * 1.6, 0.075);
        }
    }

    private static void Camels(Canvas canvas, Dice dice, List<(double X, double Y)> crest, double unit, Colour colour)
    {
        var start = (int)(crest.Count * dice.Range(0.25, 0.5));
        for (var i = 0; i < 6; i++)
        {
            var (x, y) = crest[Math.Min(start + (i * (int)Math.Max(4, 38 * unit / 6)), crest.Count - 1)];
            var s = unit * 11;
            canvas.Add($"<path fill='{colour}' d='M{x - (s * 1.1)} {y + 2}V{y - (s * 1.1)}Q{x - (s * 0.9)} {y - (s * 1.7)} {x - (s * 0.5)} {y - (s * 1.5)}Q{x} {y - (s * 2.6)} {x + (s * 0.5)} {y - (s * 1.5)}L{x + (s * 1.1)} {y - (s * 1.2)}L{x + (s * 1.5)} {y - (s * 2.3)}L{x + (s * 2.1)} {y - (s * 2.25)}L{x + (s * 1.7)} {y - (s * 1.9)}L{x + (s * 1.2)} {y - (s * 0.8)}V{y + 2}H{x + (s * 0.95)}V{y - (s * 0.8)}H{x - (s * 0.9)}V{y + 2}Z'/>");
        }
    }
}
