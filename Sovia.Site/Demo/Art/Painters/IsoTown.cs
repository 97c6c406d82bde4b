using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>A town of blocks seen from above at an angle that never ends: roofs, stairs, windows, trees.</summary>
internal sealed class IsoTown : IPainter
{
    public Look Look => Look.Print with { Vignette = 0.3, Grain = 0.18 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        canvas.Wash(canvas.Linear(0, 0, 0, h, new(0, colours.Light.To(colours.Glow, 0.45)), new(1, colours.Mid)));
        var (side, noise) = (unit * dice.Range(62, 84), new Noise(sheet.Seed));
        var across = (int)(w / side / 0.866) + 4;
        var deep = (int)(h / side * 2) + 12;
        for (var row = -4; row < deep; row++)
            for (var i = -2; i < across; i++)
            {
                var (x, y) = ((i * side * 1.732) + (row % 2 * side * 0.866), row * side * 0.5);
                var tall = Math.Max(0, noise.At(i * 0.42, row * 0.21) + 0.42) * side * 3.4;
                Block(canvas, dice, colours, x, y, side, Math.Round(tall / side * 2) / 2 * side);
            }
        return canvas.Draw();
    }

    private static void Block(Canvas canvas, Dice dice, Palette colours, double x, double y, double s, double tall)
    {
        var (hx, hy) = (s * 0.866, s * 0.5);
        var top = y - tall;
        var wall = tall == 0 ? colours.Light : dice.Pick(colours.Light, colours.Mid, colours.Glow, colours.Mid.To(colours.Light, 0.5), colours.Accent);
        var (left, right) = (wall.To(colours.Shade, 0.32), wall.To(colours.Deep, 0.62));
        if (tall > 0)
        {
            canvas.Shape([(x - hx, top), (x, top + hy), (x, y + hy), (x - hx, y)], canvas.Linear(0, top, 0, y + hy, new(0, left), new(1, left.To(colours.Shade, 0.45))));
            canvas.Shape([(x + hx, top), (x, top + hy), (x, y + hy), (x + hx, y)], canvas.Linear(0, top, 0, y + hy, new(0, right), new(1, right.To(colours.Deep, 0.4))));
            Windows(canvas, dice, colours, x, top, hx, hy, s, tall);
        }
        canvas.Shape([(x - hx, top), (x, top - hy), (x + hx, top), (x, top + hy)], $"{(tall == 0 ? wall.To(colours.Mid, 0.35) : wall.Lit(0.05))}");
        if (tall > 0 && dice.Chance(0.35))
            canvas.Shape([(x - (hx * 0.72), top), (x, top - (hy * 0.72)), (x + (hx * 0.72), top), (x, top + (hy * 0.72))], $"{wall.To(colours.Shade, 0.28)}");
        if (dice.Chance(tall == 0 ? 0.55 : 0.12)) Tree(canvas, dice, colours, x, top, s);
    }

    // All panes of one tone are one element: thousands of small ones would take most of the time.
    private static void Windows(Canvas canvas, Dice dice, Palette colours, double x, double top, double hx, double hy, double s, double tall)
    {
        var panes = new (Colour, bool, int)[] { (colours.Glow, true, 0), (colours.Shade, false, -1), (colours.Deep, false, 1) };
        var which = dice.Bits();
        foreach (var (colour, isLit, only) in panes)
        {
            var chance = new Dice(which);
            canvas.Add($"<path fill='{colour}' d='");
            for (var level = 0.28; level < (tall / s) - 0.1; level += 0.5)
                foreach (var (along, face) in new[] { (0.25, -1), (0.65, -1), (0.25, 1), (0.65, 1) })
                {
                    var (isThere, shines) = (!chance.Chance(0.22), chance.Chance(0.3));
                    if (!isThere || shines != isLit || (!isLit && face != only)) continue;
                    var (wx, wy, dx, dy, deep) = (x + (face * hx * (1 - along)), top + (hy * along) + (level * s), -face * hx * 0.2, hy * 0.2, s * 0.26);
                    canvas.Add($"M{wx} {wy}l{dx} {dy}v{deep}l{-dx} {-dy}Z");
                }
            canvas.Add($"'/>");
        }
    }

    private static void Tree(Canvas canvas, Dice dice, Palette colours, double x, double y, double s)
    {
        var (r, leaf) = (s * dice.Range(0.24, 0.36), Colour.Of("#4d7a52").To(colours.Shade, 0.3).Lit(dice.Range(-0.05, 0.05)));
        canvas.Add($"<ellipse cx='{x + (r * 0.5)}' cy='{y + (r * 0.2)}' rx='{r}' ry='{r * 0.5}' fill='{colours.Deep}' fill-opacity='0.28'/>");
        canvas.Stroke([(x, y), (x, y - r)], $"{colours.Deep}", s * 0.05);
        canvas.Disc(x, y - (r * 1.5), r, canvas.Radial(x - (r * 0.4), y - (r * 1.9), r * 1.5, new(0, leaf.Lit(0.14)), new(1, leaf.Lit(-0.08))));
    }
}
