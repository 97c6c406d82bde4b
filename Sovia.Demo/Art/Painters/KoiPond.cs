using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws koi in still water from above, with ripples and lily pads.</summary>
internal sealed class KoiPond : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.2, Grain = 0.24, Vignette = 0.35 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        canvas.FillBackground(canvas.CreateRadialGradient(w * 0.4, h * 0.35, h * 0.9, new(0, colours.Mid), new(0.5, colours.Shade),
            new(1, colours.Deep)));
        for (var i = 0; i < 40; i++)
            canvas.DrawCircle(seededRandom.NextInRange(0, w), seededRandom.NextInRange(0, h), unit * seededRandom.NextInRange(20, 130),
                $"{colours.Deep.Blend(colours.Mid, seededRandom.NextDouble())}", 0.12);
        DrawRings(canvas, seededRandom, colours, unit, 4, 0.16);
        var angle = seededRandom.NextInRange(0, Math.Tau);
        var fishCount = seededRandom.NextInt(4, 6);
        for (var i = 0; i < fishCount; i++)
        {
            angle += Math.Tau / fishCount;
            var (r, size) = (unit * seededRandom.NextInRange(230, 330), unit * seededRandom.NextInRange(165, 220));
            var (x, y) = ((w / 2) + (Math.Cos(angle) * r * w / Math.Min(w, h)), (h / 2) + (Math.Sin(angle) * r * h / Math.Min(w, h)));
            DrawKoi(canvas, seededRandom, colours, x, y, size, angle + (Math.PI / 2) + seededRandom.NextInRange(-0.4, 0.4));
        }
        DrawRings(canvas, seededRandom, colours, unit, 4, 0.4);
        for (var i = seededRandom.NextInt(7, 11); i > 0; i--)
            DrawPad(canvas, seededRandom, colours, seededRandom.NextInRange(-0.02, 1.02) * w,
                (seededRandom.NextBool(0.5) ? seededRandom.NextInRange(-0.02, 0.22) : seededRandom.NextInRange(0.78, 1.02)) * h,
                unit * seededRandom.NextInRange(40, 105));
        return canvas.Render();
    }

    private static void DrawRings(Canvas canvas, SeededRandom seededRandom, Palette colours, double unit, int drops, double strength)
    {
        for (var i = 0; i < drops; i++)
        {
            var (x, y, count) = (seededRandom.NextInRange(0, canvas.Width), seededRandom.NextInRange(0, canvas.Height),
                seededRandom.NextInt(4, 7));
            for (var ring = 1; ring <= count; ring++)
                canvas.Append(
                    $"<circle cx='{x}' cy='{y}' r='{ring * unit * 34}' fill='none' stroke='{colours.Glow}' stroke-width='{unit * (3.4 - (ring * 0.35))}' stroke-opacity='{strength * (1 - (ring / (count + 1.0)))}'/>");
        }
    }

    private static void DrawKoi(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double size, double angle)
    {
        var (bend, scale) = (seededRandom.NextInRange(-0.3, 0.3), size);
        (double X, double Y) At(double along, double aside)
        {
            var swing = Math.Sin((along * 3.4) + 0.6) * bend;
            var (u, v) = (along * scale, (aside + swing) * scale);
            return (x + (Math.Cos(angle) * u) - (Math.Sin(angle) * v), y + (Math.Sin(angle) * u) + (Math.Cos(angle) * v));
        }
        double GetGirth(double along) =>
            0.24 * Math.Sqrt(Math.Max(0, 1 - Math.Pow(Math.Abs((along - 0.25) / 0.78), along > 0.25 ? 2.4 : 1.5)));
        List<(double X, double Y)> Body(double from, double to, double share, double shift = 0) =>
            [.. CreateSteps(from, to).Select(t => At(t, (GetGirth(t) * share) + shift)), .. CreateSteps(from, to).Reverse()
                .Select(t => At(t, (-GetGirth(t) * share) + shift))];
        var (white, patchColour) = (colours.Glow, seededRandom.NextBool(0.75) ? colours.Accent : colours.Deep);
        canvas.DrawPolygon(Body(-0.53, 1, 1).Select(point => (point.X + (size * 0.14), point.Y + (size * 0.2))), $"{colours.Deep}", 0.42);
        canvas.DrawPolygon([At(-0.45, 0), At(-0.75, 0.12), At(-1.12, 0.3), At(-0.98, 0.04), At(-1.16, -0.2), At(-0.76, -0.1)], $"{white}",
            0.72);
        foreach (var side in new[] { 1, -1 })
            canvas.DrawPolygon([At(0.56, 0.17 * side), At(0.44, 0.5 * side), At(0.26, 0.52 * side), At(0.3, 0.2 * side)], $"{white}", 0.62);
        canvas.DrawPolygon(Body(-0.53, 1, 1), $"{white}");
        for (double start = -0.45; start < 0.85;)
        {
            var end = start + seededRandom.NextInRange(0.16, 0.42);
            if (seededRandom.NextBool(0.72))
                canvas.DrawPolygon(Body(start, Math.Min(end, 0.97), seededRandom.NextInRange(0.6, 1), 0), $"{patchColour}", 0.95);
            start = end + seededRandom.NextInRange(0.05, 0.2);
        }
        canvas.DrawLine(CreateSteps(-0.3, 0.55).Select(t => At(t, 0.01)), $"{colours.Deep}", size * 0.025, 0.35);
        foreach (var side in new[] { 1, -1 })
            canvas.DrawCircle(At(0.83, 0.1 * side).X, At(0.83, 0.1 * side).Y, size * 0.026, $"{colours.Deep}");
    }

    private static IEnumerable<double> CreateSteps(double from, double to) =>
        Enumerable.Range(0, 25).Select(i => from + ((to - from) * i / 24.0));

    private static void DrawPad(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double r)
    {
        var (start, leaf) = (seededRandom.NextInRange(0, Math.Tau), Colour.FromHex("#3f6f4a").Blend(colours.Mid, 0.45)
            .Lighten(seededRandom.NextInRange(-0.06, 0.08)));
        IEnumerable<(double, double)> CreateOutline(double dx, double dy) =>
            [(x + dx, y + dy), .. Enumerable.Range(0, 41).Select(i => start + 0.22 + (i / 40.0 * (Math.Tau - 0.44)))
                .Select(a => (x + dx + (Math.Cos(a) * r), y + dy + (Math.Sin(a) * r * 0.96)))];
        canvas.DrawPolygon(CreateOutline(r * 0.12, r * 0.18), $"{colours.Deep}", 0.4);
        canvas.DrawPolygon(CreateOutline(0, 0), canvas.CreateRadialGradient(x, y, r, new(0, leaf.Lighten(0.1)), new(1, leaf)));
        for (var i = 1; i < 10; i++)
            canvas.DrawLine(
                [(x, y), (x + (Math.Cos(start + (i * Math.Tau / 10)) * r * 0.85), y + (Math.Sin(start + (i * Math.Tau / 10)) * r * 0.82))],
                $"{leaf.Lighten(0.14)}", r * 0.018, 0.6);
        if (!seededRandom.NextBool(0.35)) return;
        for (var ring = 0; ring < 3; ring++)
            for (var i = 0; i < 9; i++)
            {
                var angle = (i + (ring * 0.5)) * 40.0;
                canvas.Append(
                    $"<ellipse cx='{x + (r * (0.4 - (ring * 0.12)))}' cy='{y}' rx='{r * (0.3 - (ring * 0.06))}' ry='{r * 0.1}' transform='rotate({angle} {x} {y})' fill='{colours.Glow.Blend(colours.Accent, 0.3 - (ring * 0.12))}' stroke='{colours.Accent}' stroke-width='0.6'/>");
            }
        canvas.DrawCircle(x, y, r * 0.11, $"{Colour.FromHex("#f4c64f")}");
    }
}
