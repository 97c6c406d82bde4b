using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Curtains of light over a lake that gives them back.</summary>
internal sealed class AuroraLake : IPainter
{
    public Look Look => Look.Film with { Bloom = 0.5 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var shore = h * dice.Range(0.6, 0.7);
        canvas.Wash(canvas.Linear(0, 0, 0, shore, new(0, colours.Deep.Lit(-0.04)), new(0.6, colours.Shade.To(colours.Deep, 0.35)), new(1, colours.Mid.To(colours.Shade, 0.35))));
        Scenery.Stars(canvas, dice, shore, 380, colours.Glow, unit);
        for (var i = dice.Int(3, 4); i > 0; i--) Curtain(sheet, canvas, dice, shore, (ulong)i);
        var far = Scenery.Ridge(new(sheet.Seed + 5), w, shore + 3, h * 0.12, 2.4, 0.9);
        var near = Scenery.Ridge(new(sheet.Seed + 6), w, shore + 6, h * 0.05, 3.5, 0.2);
        canvas.Ground(far, canvas.Linear(0, shore - (h * 0.12), 0, shore, new(0, colours.Deep.To(colours.Shade, 0.3)), new(1, colours.Shade.To(colours.Mid, 0.3))));
        canvas.Ground(near, $"{colours.Deep.Lit(-0.02)}");
        for (var i = 0; i < near.Count; i += dice.Int(1, 3))
            Scenery.Fir(canvas, dice, near[i].X, near[i].Y + 4, h * dice.Range(0.02, 0.055), $"{colours.Deep.Lit(-0.03)}");
        return Mirror(canvas, sheet, dice, shore);
    }

    // A curtain is a long fold of many thin rays, brightest at its hem.
    private static void Curtain(Sheet sheet, Canvas canvas, Dice dice, double shore, ulong number)
    {
        var (noise, colours, w) = (new Noise(sheet.Seed + (number * 31)), sheet.Palette, canvas.Width);
        var (hem, lean) = (shore * dice.Range(0.42, 0.82), dice.Range(-0.35, 0.35));
        var top = dice.Chance(0.5) ? colours.Accent : colours.Mid;
        const int Rays = 150;
        for (var i = 0; i < Rays; i++)
        {
            var t = i / (double)Rays;
            var fold = noise.Layers(t * 2.6, 0.5, 3);
            var (x, y) = ((t * 1.3 * w) - (0.15 * w) + (fold * 0.16 * w), hem + (noise.At(t * 2.1, 9) * shore * 0.2) + ((t - 0.5) * lean * shore));
            var bright = Math.Pow(Math.Clamp(0.5 + (0.75 * noise.Layers(t * 7, 4.2, 3)), 0, 1), 1.5);
            var tall = shore * (0.24 + (0.42 * (0.5 + (0.5 * noise.At(t * 5, 7)))));
            var fill = canvas.Linear(0, y - tall, 0, y + 10, new(0, top, 0), new(0.45, top.To(colours.Light, 0.5), bright * 0.16), new(0.86, colours.Light, bright * 0.42), new(0.97, colours.Glow, bright * 0.5), new(1, colours.Light, 0));
            canvas.Add($"<rect x='{x}' y='{y - tall}' width='{w / Rays * 2.6}' height='{tall + 12}' fill='{fill}'/>");
        }
    }

    private static Image Mirror(Canvas canvas, Sheet sheet, Dice dice, double shore)
    {
        using var drawn = canvas.Draw();
        var depth = sheet.Height - (int)shore;
        using var still = drawn.Crop(0, (int)shore - Math.Min(depth * 3 / 2, (int)shore), sheet.Width, Math.Min(depth * 3 / 2, (int)shore)).FlipVer();
        using var squeezed = still.Resize(1, vscale: depth / (double)still.Height, kernel: Enums.Kernel.Linear).Crop(0, 0, sheet.Width, depth);
        var glass = new Canvas(sheet.Width, depth);
        var (colours, unit) = (sheet.Palette, sheet.Unit);
        using var dim = (squeezed.Gaussblur(2.2) * 0.66).Cast(Enums.BandFormat.Uchar);
        var water = drawn.Insert(dim, 0, (int)shore);
        for (var i = 0; i < 70; i++)
        {
            var y = Math.Pow(dice.Unit(), 1.6) * depth;
            var x = dice.Range(0, sheet.Width);
            var reach = dice.Range(20, 120) * unit * (0.4 + (y / depth));
            glass.Add($"<ellipse cx='{x}' cy='{y}' rx='{reach}' ry='{(0.5 + (1.6 * y / depth)) * unit}' fill='{(dice.Chance(0.6) ? colours.Deep : colours.Light)}' fill-opacity='{dice.Range(0.06, 0.22)}'/>");
        }
        using var ripples = glass.DrawClear();
        using (water) return water.Composite2(ripples, Enums.BlendMode.Over, x: 0, y: (int)shore).Flatten();
    }
}
