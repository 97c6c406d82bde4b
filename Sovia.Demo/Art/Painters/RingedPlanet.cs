using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a planet with bands and rings, its moons, and dust between the stars.</summary>
internal sealed class RingedPlanet : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.4 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, colours, unit) = (paintContext.CreateRandom(), paintContext.Palette, paintContext.Unit);
        using var sky = RenderNebula(paintContext);
        var canvas = paintContext.CreateCanvas();
        var (w, h) = (canvas.Width, canvas.Height);
        Scenery.DrawStars(canvas, seededRandom, h * 1.4, 420, colours.Glow, unit);
        var (x, y, r, tilt) = (w * seededRandom.NextInRange(0.38, 0.62), h * seededRandom.NextInRange(0.4, 0.58),
            unit * seededRandom.NextInRange(190, 280), seededRandom.NextInRange(-34, 34));
        canvas.DrawGlow(x, y, r * 1.7, colours.Light, 0.35);
        canvas.Append($"<g transform='rotate({tilt} {x} {y})'>");
        DrawRings(canvas, seededRandom, x, y, r, colours, paintContext.Seed, front: false);
        DrawGlobe(canvas, seededRandom, x, y, r, colours, new(paintContext.Seed));
        DrawRings(canvas, seededRandom, x, y, r, colours, paintContext.Seed, front: true);
        canvas.Append($"</g>");
        canvas.DrawCircle(x, y, r * 1.004, canvas.CreateRadialGradient(x - (r * 0.5), y - (r * 0.55), r * 1.75, new(0, colours.Glow, 0.24),
            new(0.4, colours.Deep, 0), new(0.72, colours.Deep.Lighten(-0.1), 0.7), new(1, colours.Deep.Lighten(-0.1), 0.97)));
        for (var i = seededRandom.NextInt(2, 4); i > 0; i--)
        {
            var (angle, distance, size) = (seededRandom.NextInRange(0, Math.Tau), r * seededRandom.NextInRange(1.5, 2.4),
                r * seededRandom.NextInRange(0.05, 0.15));
            var (mx, my) = (x + (Math.Cos(angle) * distance * 0.8), y + (Math.Sin(angle) * distance));
            canvas.DrawCircle(mx, my, size, canvas.CreateRadialGradient(mx - (size * 0.45), my - (size * 0.5), size * 1.5,
                new(0, colours.Glow), new(0.5, colours.Light.Blend(colours.Accent, seededRandom.NextInRange(0, 0.6))),
                new(1, colours.Deep)));
        }
        using var foreground = canvas.RenderTransparent();
        return sky.Composite2(foreground, Enums.BlendMode.Over).Flatten();
    }

    private static Image RenderNebula(PaintContext paintContext)
    {
        const int Step = 8;
        var (w, h) = (paintContext.Width / Step, paintContext.Height / Step);
        var (noise, colours, pixels) = (new GradientNoise(paintContext.Seed + 3), paintContext.Palette, new byte[w * h * 3]);
        for (var i = 0; i < w * h; i++)
        {
            var (u, v) = (i % w / (double)w * 2.2, i / w / (double)w * 2.2);
            var bend = noise.SampleOctaves(u, v, 3);
            var cloud = Math.Pow(Math.Clamp(0.42 + noise.SampleOctaves(u + (bend * 1.4), v + bend, 5), 0, 1), 2);
            var colour = colours.Deep.Lighten(-0.03)
                .Blend(colours.Mid.Blend(colours.Accent, Math.Clamp((bend * 1.2) + 0.2, 0, 0.75)), cloud * 0.75);
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = colour.ToRgb();
        }
        using var small = Image.NewFromMemory(pixels, w, h, 3, Enums.BandFormat.Uchar);
        return small.Resize(Step, Enums.Kernel.Cubic);
    }

    private static void DrawGlobe(Canvas canvas, SeededRandom seededRandom, double x, double y, double r, Palette colours,
        GradientNoise gradientNoise)
    {
        canvas.Append($"<clipPath id='globe'><circle cx='{x}' cy='{y}' r='{r}'/></clipPath><g clip-path='url(#globe)'>");
        canvas.DrawCircle(x, y, r, $"{colours.Light}");
        for (double start = -1; start < 1;)
        {
            var size = seededRandom.NextInRange(0.04, 0.22);
            var (top, bottom, band) = (y + (start * r), y + ((start + size) * r), colours.GetColour(seededRandom.NextInRange(0.35, 0.98)));
            IEnumerable<(double, double)> CreateEdge(double level, double row) =>
                Enumerable.Range(0, 60)
                .Select(i => (x - r + (i * r / 29.5), level
                    + (gradientNoise.SampleOctaves(i / 9.0, row * 5, 3) * r * 0.035) - (Math.Sin(i / 59.0 * Math.PI) * r * -0.1)));
            canvas.DrawPolygon([.. CreateEdge(top, start), .. CreateEdge(bottom + 6, start + size).Reverse()], $"{band}", 0.8);
            start += size;
        }
        canvas.Append($"</g>");
    }

    private static void DrawRings(Canvas canvas, SeededRandom seededRandom, double x, double y, double r, Palette colours, ulong seed,
        bool front)
    {
        var (grooves, flattening) = (new GradientNoise(seed + 9), 0.24);
        canvas.Append(
            $"<clipPath id='half{(front ? 1.0 : 0.0)}'><rect x='{x - (r * 3)}' y='{(front ? y : y - (r * 3))}' width='{r * 6}' height='{r * 3}'/></clipPath><g clip-path='url(#half{(front ? 1.0 : 0.0)})'>");
        for (var i = 0; i < 46; i++)
        {
            var radius = r * (1.28 + (i * 0.019));
            var density = Math.Clamp(0.55 + (grooves.SampleOctaves(i * 0.3, 2, 3) * 1.5), 0, 1) * (i is > 27 and < 31 ? 0.1 : 1);
            canvas.Append(
                $"<ellipse cx='{x}' cy='{y}' rx='{radius}' ry='{radius * flattening}' fill='none' stroke='{colours.GetColour(0.55 + (0.45 * density))}' stroke-width='{r * 0.0195}' stroke-opacity='{density * 0.85}'/>");
        }
        canvas.Append($"</g>");
        _ = seededRandom;
    }
}
