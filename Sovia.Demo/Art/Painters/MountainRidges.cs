using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws mountain ridges receding into haze, under a sun or a moon.</summary>
internal sealed class MountainRidges : IPainter
{
    /// <summary>Whether to draw stars and a moon.</summary>
    public bool Night { get; init; }

    /// <summary>Whether to draw firs on the nearest ridge.</summary>
    public bool Firs { get; init; }

    /// <summary>Whether to draw balloons over the valley.</summary>
    public bool Balloons { get; init; }

    /// <summary>The shape of the ridges, from 0 for hills to 1 for crests.</summary>
    public double Sharpness { get; init; } = 0.7;

    public FinishStyle FinishStyle => FinishStyle.Film;

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * seededRandom.NextInRange(0.42, 0.54);
        var (top, bottom) = Night ? (colours.Deep, colours.Mid) : (colours.Shade.Blend(colours.Mid, 0.6), colours.Glow);
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, 0, horizon * 1.1, new(0, top),
            new(0.45, top.Blend(colours.Light, Night ? 0.18 : 0.55)), new(0.8, bottom.Blend(colours.Light, 0.45)), new(1, bottom)));
        if (Night) Scenery.DrawStars(canvas, seededRandom, horizon, 240, colours.Glow, unit);
        var (sunX, sunY, r) = (w * seededRandom.NextInRange(0.25, 0.75),
            horizon * (Night ? seededRandom.NextInRange(0.25, 0.5) : seededRandom.NextInRange(0.55, 0.86)),
            unit * seededRandom.NextInRange(52, 95));
        canvas.DrawGlow(sunX, sunY, r * 6.5, colours.Glow, Night ? 0.4 : 0.85);
        canvas.DrawCircle(sunX, sunY, r, canvas.CreateRadialGradient(sunX, sunY, r, new(0, colours.Glow.Lighten(0.05)),
            new(1, colours.Glow.Blend(colours.Light, 0.2))));
        Scenery.DrawCloudStreaks(canvas, seededRandom, horizon * 0.3, horizon * 0.95, 12, Night ? colours.Light : colours.Glow, 0.4);
        var count = seededRandom.NextInt(6, 8);
        for (var i = 0; i < count; i++)
        {
            var nearness = i / (count - 1.0);
            DrawLayer(paintContext, canvas, horizon, nearness);
            if (Balloons && i == count / 2) DrawBalloons(paintContext, canvas, seededRandom, horizon);
        }
        if (!Night)
            Scenery.DrawBirds(canvas, seededRandom, sunX + (w * 0.1), sunY - (r * 0.6), seededRandom.NextInt(3, 6), unit, colours.Deep);
        return canvas.Render();
    }

    private void DrawLayer(PaintContext paintContext, Canvas canvas, double horizon, double nearness)
    {
        var (colours, h) = (paintContext.Palette, canvas.Height);
        var footY = horizon + (h * 0.05) + ((h - horizon) * 0.88 * Math.Pow(nearness, 1.25));
        var rise = h * (0.13 + (0.1 * nearness * (1 - (nearness * 0.4))));
        var line = Scenery.CreateRidge(new(paintContext.Seed + (ulong)(nearness * 100)), canvas.Width, footY, rise, 2.2 + (nearness * 1.2),
            Sharpness * (1 - (nearness * 0.45)));
        var haze = Night ? colours.Mid.Blend(colours.Light, 0.25) : colours.Glow.Blend(colours.Light, 0.55);
        var crest = haze.Blend(Night ? colours.Deep : colours.Shade.Blend(colours.Deep, nearness), Math.Pow(0.14 + (nearness * 0.86), 0.8));
        canvas.FillBelow(line, canvas.CreateLinearGradient(0, footY - rise, 0, footY + (h * 0.14), new(0, crest),
            new(0.35, crest.Blend(haze, 0.12 * (1 - nearness))), new(1, crest.Blend(haze, 0.75 * (1 - nearness)))));
        if (!Firs || nearness < 0.7) return;
        var seededRandom = new SeededRandom(paintContext.Seed + (ulong)(nearness * 1000));
        var last = line.Count - 1;
        for (var i = 0; i <= last; i += seededRandom.NextInt(2, nearness > 0.95 ? 12 : 5))
            Scenery.DrawFir(canvas, seededRandom, line[i].X, line[i].Y + 5,
                h * seededRandom.NextInRange(0.02, 0.045) * (nearness > 0.95 ? 2.3 : 1), $"{crest}");
    }

    private static void DrawBalloons(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, double horizon)
    {
        var colours = paintContext.Palette;
        for (var i = seededRandom.NextInt(5, 8); i > 0; i--)
        {
            var size = paintContext.Unit * seededRandom.NextInRange(14, 62);
            var (x, y) = (seededRandom.NextInRange(0.06, 0.94) * canvas.Width, horizon * seededRandom.NextInRange(0.25, 1.2));
            var cloth = seededRandom.Pick(colours.Accent, colours.Mid, colours.Light, colours.Shade)
                .Blend(colours.Glow, 0.25 - (size / paintContext.Unit / 400));
            var fill = canvas.CreateLinearGradient(x - size, 0, x + size, 0, new(0, cloth.Lighten(0.1)), new(1, cloth.Lighten(-0.16)));
            canvas.Append(
                $"<path fill='{fill}' d='M{x - size} {y}A{size} {size} 0 0 1 {x + size} {y}C{x + size} {y + (size * 0.75)} {x + (size * 0.3)} {y + (size * 1.1)} {x + (size * 0.2)} {y + (size * 1.45)}H{x - (size * 0.2)}C{x - (size * 0.3)} {y + (size * 1.1)} {x - size} {y + (size * 0.75)} {x - size} {y}Z'/>");
            foreach (var rib in new[] { 0.62, 0.22 })
                canvas.Append(
                    $"<path fill='none' stroke='{colours.Glow}' stroke-width='{size * 0.05}' stroke-opacity='0.6' d='M{x - (size * 0.14 * rib)} {y + (size * 1.4)}C{x - (size * rib * 1.2)} {y + (size * 0.6)} {x - (size * rib * 1.35)} {y - (size * 0.6)} {x} {y - size}C{x + (size * rib * 1.35)} {y - (size * 0.6)} {x + (size * rib * 1.2)} {y + (size * 0.6)} {x + (size * 0.14 * rib)} {y + (size * 1.4)}'/>");
            canvas.Append(
                $"<rect x='{x - (size * 0.13)}' y='{y + (size * 1.62)}' width='{size * 0.26}' height='{size * 0.2}' rx='{size * 0.04}' fill='{colours.Deep}'/>");
        }
    }
}
