using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Mountain after mountain into the haze, under a sun or a moon.</summary>
internal sealed class Ridges : IPainter
{
    /// <summary>Stars and a moon.</summary>
    public bool Night { get; init; }

    /// <summary>Firs on the nearest ridge.</summary>
    public bool Firs { get; init; }

    /// <summary>Balloons over the valley.</summary>
    public bool Balloons { get; init; }

    /// <summary>0 for hills, 1 for crests.</summary>
    public double Sharp { get; init; } = 0.7;

    public Look Look => Look.Film;

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * dice.Range(0.42, 0.54);
        var (high, low) = Night ? (colours.Deep, colours.Mid) : (colours.Shade.To(colours.Mid, 0.6), colours.Glow);
        canvas.Wash(canvas.Linear(0, 0, 0, horizon * 1.1, new(0, high), new(0.45, high.To(colours.Light, Night ? 0.18 : 0.55)), new(0.8, low.To(colours.Light, 0.45)), new(1, low)));
        if (Night) Scenery.Stars(canvas, dice, horizon, 240, colours.Glow, unit);
        var (sunX, sunY, sun) = (w * dice.Range(0.25, 0.75), horizon * (Night ? dice.Range(0.25, 0.5) : dice.Range(0.55, 0.86)), unit * dice.Range(52, 95));
        canvas.Halo(sunX, sunY, sun * 6.5, colours.Glow, Night ? 0.4 : 0.85);
        canvas.Disc(sunX, sunY, sun, canvas.Radial(sunX, sunY, sun, new(0, colours.Glow.Lit(0.05)), new(1, colours.Glow.To(colours.Light, 0.2))));
        Scenery.Streaks(canvas, dice, horizon * 0.3, horizon * 0.95, 12, Night ? colours.Light : colours.Glow, 0.4);
        var count = dice.Int(6, 8);
        for (var i = 0; i < count; i++)
        {
            var near = i / (count - 1.0);
            Layer(sheet, canvas, horizon, near);
            if (Balloons && i == count / 2) Fleet(sheet, canvas, dice, horizon);
        }
        if (!Night) Scenery.Birds(canvas, dice, sunX + (w * 0.1), sunY - (sun * 0.6), dice.Int(3, 6), unit, colours.Deep);
        return canvas.Draw();
    }

    private void Layer(Sheet sheet, Canvas canvas, double horizon, double near)
    {
        var (colours, h) = (sheet.Palette, canvas.Height);
        var foot = horizon + (h * 0.05) + ((h - horizon) * 0.88 * Math.Pow(near, 1.25));
        var rise = h * (0.13 + (0.1 * near * (1 - (near * 0.4))));
        var line = Scenery.Ridge(new(sheet.Seed + (ulong)(near * 100)), canvas.Width, foot, rise, 2.2 + (near * 1.2), Sharp * (1 - (near * 0.45)));
        var haze = Night ? colours.Mid.To(colours.Light, 0.25) : colours.Glow.To(colours.Light, 0.55);
        var crest = haze.To(Night ? colours.Deep : colours.Shade.To(colours.Deep, near), Math.Pow(0.14 + (near * 0.86), 0.8));
        canvas.Ground(line, canvas.Linear(0, foot - rise, 0, foot + (h * 0.14), new(0, crest), new(0.35, crest.To(haze, 0.12 * (1 - near))), new(1, crest.To(haze, 0.75 * (1 - near)))));
        if (!Firs || near < 0.7) return;
        var dice = new Dice(sheet.Seed + (ulong)(near * 1000));
        var last = line.Count - 1;
        for (var i = 0; i <= last; i += dice.Int(2, near > 0.95 ? 12 : 5))
            Scenery.Fir(canvas, dice, line[i].X, line[i].Y + 5, h * dice.Range(0.02, 0.045) * (near > 0.95 ? 2.3 : 1), $"{crest}");
    }

    private static void Fleet(Sheet sheet, Canvas canvas, Dice dice, double horizon)
    {
        var colours = sheet.Palette;
        for (var i = dice.Int(5, 8); i > 0; i--)
        {
            var size = sheet.Unit * dice.Range(14, 62);
            var (x, y) = (dice.Range(0.06, 0.94) * canvas.Width, horizon * dice.Range(0.25, 1.2));
            var cloth = dice.Pick(colours.Accent, colours.Mid, colours.Light, colours.Shade).To(colours.Glow, 0.25 - (size / sheet.Unit / 400));
            var fill = canvas.Linear(x - size, 0, x + size, 0, new(0, cloth.Lit(0.1)), new(1, cloth.Lit(-0.16)));
            canvas.Add($"<path fill='{fill}' d='M{x - size} {y}A{size} {size} 0 0 1 {x + size} {y}C{x + size} {y + (size * 0.75)} {x + (size * 0.3)} {y + (size * 1.1)} {x + (size * 0.2)} {y + (size * 1.45)}H{x - (size * 0.2)}C{x - (size * 0.3)} {y + (size * 1.1)} {x - size} {y + (size * 0.75)} {x - size} {y}Z'/>");
            foreach (var rib in new[] { 0.62, 0.22 })
                canvas.Add($"<path fill='none' stroke='{colours.Glow}' stroke-width='{size * 0.05}' stroke-opacity='0.6' d='M{x - (size * 0.14 * rib)} {y + (size * 1.4)}C{x - (size * rib * 1.2)} {y + (size * 0.6)} {x - (size * rib * 1.35)} {y - (size * 0.6)} {x} {y - size}C{x + (size * rib * 1.35)} {y - (size * 0.6)} {x + (size * rib * 1.2)} {y + (size * 0.6)} {x + (size * 0.14 * rib)} {y + (size * 1.4)}'/>");
            canvas.Add($"<rect x='{x - (size * 0.13)}' y='{y + (size * 1.62)}' width='{size * 0.26}' height='{size * 0.2}' rx='{size * 0.04}' fill='{colours.Deep}'/>");
        }
    }
}
