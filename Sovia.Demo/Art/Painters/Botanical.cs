using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws layers of stems, leaves and blossoms in front of a disc of light.</summary>
internal sealed class Botanical : IPainter
{
    /// <summary>Whether to draw blossoms at the tips.</summary>
    public bool Blossoms { get; init; }

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.28, Vignette = 0.2 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var isDark = seededRandom.NextBool(0.5);
        var (ground, ink) = isDark ? (colours.Deep, colours.Light) : (colours.Glow, colours.Shade);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, h, new(0, ground),
            new(1, ground.Blend(colours.Mid, isDark ? 0.35 : 0.3))));
        var (x, y, r) = (w * seededRandom.NextInRange(0.35, 0.65), h * seededRandom.NextInRange(0.34, 0.46),
            unit * seededRandom.NextInRange(250, 340));
        canvas.DrawCircle(x, y, r, canvas.CreateLinearGradient(0, y - r, 0, y + r, new(0, isDark ? colours.Glow : colours.Accent),
            new(1, (isDark ? colours.Light : colours.Accent.Blend(colours.Glow, 0.45)))));
        for (var layer = 0; layer < 3; layer++)
        {
            var nearness = layer / 2.0;
            var colour = ground.Blend(ink, 0.3 + (0.3 * nearness)).Blend(isDark ? colours.Mid : colours.Deep, nearness * 0.55);
            for (var i = seededRandom.NextInt(4, 6); i > 0; i--)
                DrawStem(canvas, seededRandom, colours, colour, w * seededRandom.NextInRange(-0.05, 1.05), h * 1.03,
                    h * seededRandom.NextInRange(0.42, 0.9) * (1.05 - (nearness * 0.42)), unit * (0.8 + (nearness * 0.7)));
        }
        return canvas.Render();
    }

    private void DrawStem(Canvas canvas, SeededRandom seededRandom, Palette colours, Colour colour, double x, double y, double rise,
        double unit)
    {
        var (lean, bend, kind) = (seededRandom.NextInRange(-0.2, 0.2), seededRandom.NextInRange(-0.35, 0.35), seededRandom.NextInt(0, 3));
        (double X, double Y) At(double t) => (x + (rise * ((lean * t) + (bend * t * t))), y - (rise * t * (1 - (0.12 * bend * bend * t))));
        canvas.DrawLine(Enumerable.Range(0, 31).Select(i => At(i / 30.0)), $"{colour}", unit * 4.5);
        var pairs = seededRandom.NextInt(7, 12);
        for (var i = 1; i <= pairs; i++)
        {
            var t = 0.12 + (0.86 * i / pairs);
            var (lx, ly) = At(t);
            var direction = Math.Atan2(At(t).Y - At(t - 0.02).Y, At(t).X - At(t - 0.02).X) * 180 / Math.PI;
            var size = rise * (kind == 2 ? 0.12 : 0.16) * Math.Sin(Math.PI * (0.22 + (0.7 * t))) * seededRandom.NextInRange(0.8, 1.15);
            foreach (var side in new[] { -1, 1 })
                DrawLeaf(canvas, kind, lx, ly, size, direction + (side * seededRandom.NextInRange(38, 58)), colour.Lighten(side * 0.022),
                    colour.Lighten(0.09), unit);
        }
        var tip = At(1);
        if (Blossoms && seededRandom.NextBool(0.75))
            DrawBlossom(canvas, seededRandom, colours, tip.X, tip.Y, unit * seededRandom.NextInRange(26, 62));
        else DrawLeaf(canvas, kind, tip.X, tip.Y, rise * 0.08, -90 + (bend * 40), colour, colour.Lighten(0.09), unit);
    }

    private static void DrawLeaf(Canvas canvas, int kind, double x, double y, double size, double angle, Colour colour, Colour vein,
        double unit)
    {
        canvas.Append($"<g transform='translate({x} {y}) rotate({angle}) scale({size / 100:0.###})' fill='{colour}'>");
        if (kind == 0)
            canvas.Append(
                $"<path d='M0 0C25 -34 70 -30 100 0C70 30 25 34 0 0Z'/><path d='M4 0H92' stroke='{vein}' stroke-width='{unit * 140 / Math.Max(size, 1)}'/>");
        else if (kind == 1) canvas.Append($"<path d='M0 0C40 -15 90 -14 128 0C90 14 40 15 0 0Z'/>");
        else if (kind == 2)
            canvas.Append(
                $"<path d='M0 0L34 -4' stroke='{colour}' stroke-width='7'/><circle cx='68' cy='0' r='40'/><path d='M34 0H100' stroke='{vein}' stroke-width='2.5'/>");
        else canvas.Append(
            $"<path d='M0 0C10 -38 36 -46 48 -40C56 -54 84 -46 92 -30C104 -26 112 -10 116 0C112 10 104 26 92 30C84 46 56 54 48 40C36 46 10 38 0 0Z'/><path d='M4 0H104M30 0L50 -26M30 0L50 26M60 0L82 -20M60 0L82 20' fill='none' stroke='{vein}' stroke-width='2.5'/>");
        canvas.Append($"</g>");
    }

    private static void DrawBlossom(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double r)
    {
        var (petals, colour) = (seededRandom.NextInt(5, 9),
            seededRandom.Pick(colours.Accent, colours.Glow, colours.Accent.Blend(colours.Glow, 0.5)));
        for (var ring = 0; ring < 2; ring++)
            for (var i = 0; i < petals; i++)
            {
                var angle = (i + (ring * 0.5)) * 360.0 / petals;
                canvas.Append(
                    $"<ellipse cx='{x + (r * 0.6)}' cy='{y}' rx='{r * (0.62 - (ring * 0.2))}' ry='{r * 1.7 / petals}' transform='rotate({angle} {x} {y})' fill='{colour.Lighten((ring * 0.07) - 0.03 + seededRandom.NextInRange(-0.02, 0.02))}'/>");
            }
        canvas.DrawCircle(x, y, r * 0.26, $"{colours.Deep}");
        for (var i = 0; i < 9; i++)
            canvas.DrawCircle(x + (Math.Cos(i * 0.7) * r * 0.17), y + (Math.Sin(i * 0.7) * r * 0.17), r * 0.04, $"{colours.Glow}");
    }
}
