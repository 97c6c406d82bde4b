using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Lit windows over a wet street, blurred lamps, rain.</summary>
internal sealed class NightCity : IPainter
{
    public Look Look => Look.Film with { Bloom = 0.65, Grain = 0.22 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var street = h * dice.Range(0.74, 0.8);
        canvas.Wash(canvas.Linear(0, 0, 0, street, new(0, colours.Deep), new(0.6, colours.Shade.To(colours.Deep, 0.2)), new(1, colours.Mid)));
        canvas.Halo(w * dice.Range(0.3, 0.7), street, h * 0.6, colours.Light, 0.4);
        for (var row = 0; row < 4; row++) Row(sheet, canvas, dice, street, row / 3.0);
        using var dry = canvas.Draw();
        using var wet = Reflect(dry, sheet, (int)street);
        return Rain(wet, sheet, dice, street, unit);
    }

    private static void Row(Sheet sheet, Canvas canvas, Dice dice, double street, double near)
    {
        var (colours, unit) = (sheet.Palette, sheet.Unit);
        var wall = colours.Mid.To(colours.Deep.Lit(-0.03), 0.3 + (near * 0.7));
        for (var x = -dice.Range(0, 80) * unit; x < canvas.Width;)
        {
            var wide = unit * dice.Range(70, 170) * (0.7 + (near * 0.9));
            var tall = street * dice.Range(0.3, 0.9) * (1 - (near * 0.42));
            var top = street - tall;
            canvas.Add($"<rect x='{x}' y='{top}' width='{wide + 1}' height='{tall + 2}' fill='{canvas.Linear(0, top, 0, street, new(0, wall), new(1, wall.To(colours.Mid, 0.35 * (1 - near))))}'/>");
            if (dice.Chance(0.35)) canvas.Add($"<rect x='{x + (wide * dice.Range(0.2, 0.7))}' y='{top - (unit * 60 * near)}' width='{3 * unit}' height='{unit * 60}' fill='{wall}'/>");
            Windows(canvas, dice, sheet, x, top, wide, tall, near);
            x += wide + (unit * dice.Range(-12, 26));
        }
    }

    private static void Windows(Canvas canvas, Dice dice, Sheet sheet, double x, double top, double wide, double tall, double near)
    {
        var (colours, cell) = (sheet.Palette, sheet.Unit * (9 + (13 * near)));
        var (often, tint) = (dice.Range(0.12, 0.5), dice.Pick(colours.Glow, colours.Glow, colours.Light, colours.Accent));
        for (var wy = top + cell; wy < top + tall - cell; wy += cell * 1.7)
            for (var wx = x + (cell * 0.7); wx < x + wide - cell; wx += cell * 1.35)
                if (dice.Chance(often))
                    canvas.Add($"<rect x='{wx}' y='{wy}' width='{cell * 0.8}' height='{cell}' fill='{(dice.Chance(0.85) ? tint : colours.Accent)}' fill-opacity='{dice.Range(0.25, 1) * (0.45 + (near * 0.55))}'/>");
    }

    private static Image Reflect(Image dry, Sheet sheet, int street)
    {
        var depth = sheet.Height - street;
        using var above = dry.Crop(0, street - depth, sheet.Width, depth).FlipVer();
        using var thin = above.Resize(0.25, Enums.Kernel.Linear, vscale: 0.06);
        using var smeared = (thin.Resize(sheet.Width / (double)thin.Width, Enums.Kernel.Linear, vscale: depth / (double)thin.Height) * 0.78).Cast(Enums.BandFormat.Uchar);
        return dry.Insert(smeared, 0, street);
    }

    private static Image Rain(Image wet, Sheet sheet, Dice dice, double street, double unit)
    {
        var (glass, colours) = (sheet.Canvas(), sheet.Palette);
        glass.Add($"<rect y='{street - 2}' width='{glass.Width}' height='{4 * unit}' fill='{colours.Deep}' fill-opacity='0.7'/>");
        for (var i = 0; i < 26; i++)
        {
            var (x, y, r) = (dice.Range(0, glass.Width), street + (dice.Range(-120, 30) * unit), dice.Range(8, 34) * unit);
            glass.Disc(x, y, r, $"{dice.Pick(colours.Accent, colours.Light, colours.Glow)}", dice.Range(0.12, 0.42));
            glass.Add($"<rect x='{x - (r * 0.4)}' y='{street}' width='{r * 0.8}' height='{glass.Height - street}' fill='{glass.Linear(0, street, 0, glass.Height, new(0, colours.Glow, 0.28), new(1, colours.Glow, 0))}'/>");
        }
        for (var i = 0; i < 260; i++)
        {
            var (x, y, length) = (dice.Range(-40, glass.Width), dice.Range(-40, glass.Height), dice.Range(18, 70) * unit);
            glass.Stroke([(x, y), (x + (length * 0.18), y + length)], $"{colours.Glow}", dice.Range(0.6, 1.8) * unit, dice.Range(0.06, 0.26));
        }
        using var drops = glass.DrawClear();
        return wet.Composite2(drops, Enums.BlendMode.Over).Flatten();
    }
}
