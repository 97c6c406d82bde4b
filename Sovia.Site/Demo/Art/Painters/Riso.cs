using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>A poster in three inks, printed a little out of register: shapes, halftone, overprint.</summary>
internal sealed class Riso : IPainter
{
    public Look Look => Look.Print with { Grain = 0.42 };

    public Image Paint(Sheet sheet)
    {
        var (dice, canvas, colours, unit) = (sheet.Dice(), sheet.Canvas(), sheet.Palette, sheet.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        Colour[] inks = [colours.Accent, colours.Mid.Vivid(1.15), colours.Shade.To(colours.Mid, 0.3)];
        canvas.Wash($"{colours.Glow.To(Colour.Of("#fbf7ec"), 0.6)}");
        canvas.Add($"<g style='mix-blend-mode:multiply'>");
        var (x, y) = (w * dice.Range(0.38, 0.62), h * dice.Range(0.3, 0.42));
        canvas.Disc(x, y, unit * dice.Range(240, 320), $"{inks[0]}");
        canvas.Add($"</g><g style='mix-blend-mode:multiply' transform='translate({dice.Range(-6, 6)} {dice.Range(-6, 6)})'>");
        Hills(sheet, canvas, dice, inks[1], 0.62);
        Halftone(canvas, dice, inks[1], unit, upper: true);
        canvas.Add($"</g><g style='mix-blend-mode:multiply' transform='translate({dice.Range(-7, 7)} {dice.Range(-7, 7)})'>");
        Hills(sheet, canvas, dice, inks[2], 0.78);
        switch (dice.Int(0, 2))
        {
            case 0: Arches(canvas, x, h * 0.79, unit, inks[2]); break;
            case 1: Cactus(canvas, dice, h, unit, inks[2]); break;
            default: Bars(canvas, y, unit, inks[2]); break;
        }
        Halftone(canvas, dice, inks[2], unit, upper: false);
        canvas.Add($"</g>");
        var edge = unit * 46;
        var paper = colours.Glow.To(Colour.Of("#fbf7ec"), 0.6);
        canvas.Add($"<rect x='{edge / 2}' y='{edge / 2}' width='{w - edge}' height='{h - edge}' fill='none' stroke='{paper}' stroke-width='{edge + 14}'/>");
        return canvas.Draw();
    }

    private static void Hills(Sheet sheet, Canvas canvas, Dice dice, Colour ink, double at)
    {
        var noise = new Noise(dice.Bits());
        canvas.Ground(Enumerable.Range(-2, 106).Select(i => (i * canvas.Width / 100, (canvas.Height * at) + (noise.At(i / 34.0, at) * sheet.Unit * 130))), $"{ink}", 0.92);
    }

    private static void Halftone(Canvas canvas, Dice dice, Colour ink, double unit, bool upper)
    {
        var (cell, h, lean) = (unit * 17, canvas.Height, dice.Range(-0.25, 0.25));
        canvas.Add($"<path fill='{ink}' d='");
        for (var row = 0; row * cell * 0.5 < h; row++)
            for (var i = -1; i * cell < canvas.Width + cell; i++)
            {
                var (x, y) = ((i * cell) + (row % 2 * cell * 0.5), row * cell * 0.5);
                var place = (y / h) + ((x / canvas.Width) - 0.5) * lean;
                var tone = upper ? 0.62 - (place * 1.75) : (place - 0.66) * 1.2;
                if (tone <= 0.03) continue;
                var r = Math.Min(cell * 0.42, cell * 0.52 * Math.Sqrt(tone));
                canvas.Add($"M{x - r:0.#} {y:0.#}a{r:0.#} {r:0.#} 0 1 0 {2 * r:0.#} 0a{r:0.#} {r:0.#} 0 1 0 {-2 * r:0.#} 0");
            }
        canvas.Add($"'/>");
    }

    private static void Arches(Canvas canvas, double x, double y, double unit, Colour ink)
    {
        for (var i = 0; i < 4; i++)
        {
            var r = unit * (300 - (i * 70));
            canvas.Add($"<path d='M{x - r} {y}V{y - (unit * 60)}A{r} {r} 0 0 1 {x + r} {y - (unit * 60)}V{y}' fill='none' stroke='{ink}' stroke-width='{unit * 30}'/>");
        }
    }

    private static void Cactus(Canvas canvas, Dice dice, double h, double unit, Colour ink)
    {
        for (var i = 0; i < 3; i++)
        {
            var (x, y, s) = (canvas.Width * (0.2 + (0.3 * i) + dice.Range(-0.05, 0.05)), h * 0.82, unit * dice.Range(80, 150));
            canvas.Add($"<g fill='none' stroke='{ink}' stroke-width='{s * 0.36}' stroke-linecap='round' stroke-linejoin='round'><path d='M{x} {y}V{y - (s * 2.6)}'/><path stroke-width='{s * 0.26}' d='M{x} {y - (s * 0.9)}H{x - (s * 0.62)}V{y - (s * 1.7)}M{x} {y - (s * 1.25)}H{x + (s * 0.62)}V{y - (s * 2.1)}'/></g>");
        }
    }

    private static void Bars(Canvas canvas, double y, double unit, Colour ink)
    {
        for (var i = 0; i < 9; i++)
            canvas.Add($"<rect x='0' y='{y + (i * unit * 42)}' width='{canvas.Width}' height='{unit * (4 + (i * 3.4))}' fill='{ink}'/>");
    }
}
