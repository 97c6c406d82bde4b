using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>The sea under a low sun, with light scattered over it and perhaps a sail.</summary>
internal sealed class SeaGlitter : IPainter
{
    /// <summary>Boats.</summary>
    public bool Sails { get; init; }

    public Look Look => Look.Film with { Bloom = 0.5 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var horizon = h * dice.Range(0.4, 0.55);
        var (sunX, sunY, sun) = (w * dice.Range(0.3, 0.7), horizon - (h * dice.Range(0.03, 0.16)), unit * dice.Range(55, 110));
        canvas.Wash(canvas.Linear(0, 0, 0, horizon, new(0, colours.Shade.To(colours.Mid, 0.3)), new(0.5, colours.Mid.To(colours.Light, 0.45)), new(0.85, colours.Light.To(colours.Glow, 0.35)), new(1, colours.Glow)));
        canvas.Halo(sunX, sunY, sun * 6, colours.Glow, 0.9);
        Clouds(canvas, dice, horizon, colours, sunX);
        canvas.Disc(sunX, sunY, sun, $"{colours.Glow.Lit(0.06)}");
        canvas.Add($"<rect y='{horizon}' width='{w}' height='{h - horizon}' fill='{canvas.Linear(0, horizon, 0, h, new(0, colours.Light.To(colours.Mid, 0.5)), new(0.25, colours.Mid.To(colours.Shade, 0.35)), new(1, colours.Deep))}'/>");
        canvas.Add($"<rect y='{horizon}' width='{w}' height='{h - horizon}' fill='{canvas.Radial(sunX, horizon, h * 0.5, new(0, colours.Glow, 0.75), new(0.35, colours.Light, 0.25), new(1, colours.Light, 0))}'/>");
        Swell(canvas, dice, horizon, colours);
        Glitter(canvas, dice, horizon, sunX, sun, colours);
        if (Sails)
            for (var i = dice.Int(1, 3); i > 0; i--) Boat(canvas, w * dice.Range(0.1, 0.9), horizon + (h * dice.Range(0.01, 0.1)), unit * dice.Range(36, 100), colours);
        Scenery.Birds(canvas, dice, sunX - (w * 0.12), sunY - (sun * 1.5), dice.Int(0, 5), unit, colours.Deep);
        return canvas.Draw();
    }

    private static void Clouds(Canvas canvas, Dice dice, double horizon, Palette colours, double sunX)
    {
        for (var i = 0; i < 7; i++)
        {
            var (y, x) = (horizon * dice.Range(0.15, 0.95), dice.Range(-0.1, 1.1) * canvas.Width);
            var size = canvas.Width * dice.Range(0.1, 0.28) * (0.4 + (0.6 * (1 - (y / horizon))));
            var colour = colours.Mid.To(colours.Glow, Math.Max(0, 0.75 - (Math.Abs(x - sunX) / canvas.Width)));
            for (var puff = 0; puff < 16; puff++)
            {
                var (px, py) = (x + (dice.Range(-1, 1) * size), y + (dice.Range(-0.12, 0.04) * size));
                var (rx, ry) = (size * dice.Range(0.16, 0.45), size * dice.Range(0.03, 0.1));
                canvas.Add($"<ellipse cx='{px}' cy='{py}' rx='{rx}' ry='{ry}' fill='{canvas.Linear(0, py - ry, 0, py + ry, new(0, colour.Lit(0.1), 0.34), new(1, colour, 0.05))}'/>");
            }
        }
    }

    private static void Swell(Canvas canvas, Dice dice, double horizon, Palette colours)
    {
        var (w, h) = (canvas.Width, canvas.Height);
        for (var i = 0; i < 34; i++)
        {
            var near = i / 33.0;
            var y = horizon + (4 + ((h - horizon) * Math.Pow(near, 1.7)));
            var noise = new Noise(dice.Bits());
            var line = Enumerable.Range(-1, 90).Select(n => (n * w / 86, y + (noise.Layers(n / (4.0 + (16 * near)), near, 3) * h * (0.002 + (0.02 * near)))));
            canvas.Ground(line, canvas.Linear(0, y - 6, 0, y + (h * (0.008 + (0.06 * near))), new(0, colours.Light.To(colours.Mid, near), 0.26), new(0.25, colours.Shade, 0.2), new(1, colours.Deep, 0.02)));
        }
    }

    private static void Glitter(Canvas canvas, Dice dice, double horizon, double sunX, double sun, Palette colours)
    {
        for (var i = 0; i < 620; i++)
        {
            var near = Math.Pow(dice.Unit(), 1.5);
            var spread = (sun * 0.55) + (canvas.Width * 0.22 * near);
            var x = sunX + ((dice.Unit() + dice.Unit() + dice.Unit() - 1.5) * spread);
            var (y, reach) = (horizon + 2 + ((canvas.Height - horizon) * near), (3 + (26 * near)) * dice.Range(0.4, 1.3));
            canvas.Add($"<ellipse cx='{x}' cy='{y}' rx='{reach}' ry='{0.8 + (2.2 * near)}' fill='{colours.Glow}' fill-opacity='{dice.Range(0.25, 0.95) * (1 - (near * 0.65))}'/>");
        }
    }

    private static void Boat(Canvas canvas, double x, double y, double size, Palette colours)
    {
        canvas.Add($"<path fill='{colours.Deep}' fill-opacity='0.35' d='M{x - (size * 0.4)} {y}L{x + (size * 0.45)} {y}L{x + (size * 0.05)} {y + (size * 0.9)}Z'/>");
        canvas.Add($"<path fill='{colours.Glow.To(colours.Light, 0.35)}' d='M{x} {y - (size * 1.35)}Q{x + (size * 0.62)} {y - (size * 0.6)} {x + (size * 0.5)} {y - (size * 0.16)}L{x} {y - (size * 0.13)}Z'/>");
        canvas.Add($"<path fill='{colours.Accent}' d='M{x - (size * 0.04)} {y - (size * 1.25)}Q{x - (size * 0.2)} {y - (size * 0.5)} {x - (size * 0.46)} {y - (size * 0.16)}L{x - (size * 0.04)} {y - (size * 0.13)}Z'/>");
        canvas.Add($"<path fill='{colours.Deep}' d='M{x - (size * 0.5)} {y - (size * 0.1)}H{x + (size * 0.55)}Q{x + (size * 0.4)} {y + (size * 0.08)} {x + (size * 0.2)} {y + (size * 0.1)}H{x - (size * 0.32)}Q{x - (size * 0.45)} {y + (size * 0.05)} {x - (size * 0.5)} {y - (size * 0.1)}Z'/>");
    }
}
