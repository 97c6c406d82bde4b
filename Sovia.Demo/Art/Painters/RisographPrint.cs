using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a poster in three inks, slightly out of register: shapes, halftone, overprint.</summary>
internal sealed class RisographPrint : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.42 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        Colour[] inks = [colours.Accent, colours.Mid.ScaleChroma(1.15), colours.Shade.Blend(colours.Mid, 0.3)];
        canvas.FillBackground($"{colours.Glow.Blend(Colour.FromHex("#fbf7ec"), 0.6)}");
        canvas.Append($"<g style='mix-blend-mode:multiply'>");
        var (x, y) = (w * seededRandom.NextInRange(0.38, 0.62), h * seededRandom.NextInRange(0.3, 0.42));
        canvas.DrawCircle(x, y, unit * seededRandom.NextInRange(240, 320), $"{inks[0]}");
        canvas.Append(
            $"</g><g style='mix-blend-mode:multiply' transform='translate({seededRandom.NextInRange(-6, 6)} {seededRandom.NextInRange(-6, 6)})'>");
        DrawHills(paintContext, canvas, seededRandom, inks[1], 0.62);
        DrawHalftone(canvas, seededRandom, inks[1], unit, upper: true);
        canvas.Append(
            $"</g><g style='mix-blend-mode:multiply' transform='translate({seededRandom.NextInRange(-7, 7)} {seededRandom.NextInRange(-7, 7)})'>");
        DrawHills(paintContext, canvas, seededRandom, inks[2], 0.78);
        switch (seededRandom.NextInt(0, 2))
        {
            case 0: DrawArches(canvas, x, h * 0.79, unit, inks[2]); break;
            case 1: DrawCacti(canvas, seededRandom, h, unit, inks[2]); break;
            default: DrawBars(canvas, y, unit, inks[2]); break;
        }
        DrawHalftone(canvas, seededRandom, inks[2], unit, upper: false);
        canvas.Append($"</g>");
        var margin = unit * 46;
        var paper = colours.Glow.Blend(Colour.FromHex("#fbf7ec"), 0.6);
        canvas.Append(
            $"<rect x='{margin / 2}' y='{margin / 2}' width='{w - margin}' height='{h - margin}' fill='none' stroke='{paper}' stroke-width='{margin + 14}'/>");
        return canvas.Render();
    }

    private static void DrawHills(PaintContext paintContext, Canvas canvas, SeededRandom seededRandom, Colour ink, double top)
    {
        var gradientNoise = new GradientNoise(seededRandom.NextUInt64());
        canvas.FillBelow(Enumerable.Range(-2, 106)
            .Select(i => (i * canvas.Width / 100, (canvas.Height * top) + (gradientNoise.Sample(i / 34.0, top) * paintContext.Unit * 130))),
            $"{ink}", 0.92);
    }

    private static void DrawHalftone(Canvas canvas, SeededRandom seededRandom, Colour ink, double unit, bool upper)
    {
        var (cellSize, h, lean) = (unit * 17, canvas.Height, seededRandom.NextInRange(-0.25, 0.25));
        canvas.Append($"<path fill='{ink}' d='");
        for (var row = 0; row * cellSize * 0.5 < h; row++)
            for (var i = -1; i * cellSize < canvas.Width + cellSize; i++)
            {
                var (x, y) = ((i * cellSize) + (row % 2 * cellSize * 0.5), row * cellSize * 0.5);
                var position = (y / h) + ((x / canvas.Width) - 0.5) * lean;
                var tone = upper ? 0.62 - (position * 1.75) : (position - 0.66) * 1.2;
                if (tone <= 0.03) continue;
                var r = Math.Min(cellSize * 0.42, cellSize * 0.52 * Math.Sqrt(tone));
                canvas.Append($"M{x - r:0.#} {y:0.#}a{r:0.#} {r:0.#} 0 1 0 {2 * r:0.#} 0a{r:0.#} {r:0.#} 0 1 0 {-2 * r:0.#} 0");
            }
        canvas.Append($"'/>");
    }

    private static void DrawArches(Canvas canvas, double x, double y, double unit, Colour ink)
    {
        for (var i = 0; i < 4; i++)
        {
            var r = unit * (300 - (i * 70));
            canvas.Append(
                $"<path d='M{x - r} {y}V{y - (unit * 60)}A{r} {r} 0 0 1 {x + r} {y - (unit * 60)}V{y}' fill='none' stroke='{ink}' stroke-width='{unit * 30}'/>");
        }
    }

    private static void DrawCacti(Canvas canvas, SeededRandom seededRandom, double h, double unit, Colour ink)
    {
        for (var i = 0; i < 3; i++)
        {
            var (x, y, s) = (canvas.Width * (0.2 + (0.3 * i) + seededRandom.NextInRange(-0.05, 0.05)), h * 0.82,
                unit * seededRandom.NextInRange(80, 150));
            canvas.Append(
                $"<g fill='none' stroke='{ink}' stroke-width='{s * 0.36}' stroke-linecap='round' stroke-linejoin='round'><path d='M{x} {y}V{y - (s * 2.6)}'/><path stroke-width='{s * 0.26}' d='M{x} {y - (s * 0.9)}H{x - (s * 0.62)}V{y - (s * 1.7)}M{x} {y - (s * 1.25)}H{x + (s * 0.62)}V{y - (s * 2.1)}'/></g>");
        }
    }

    private static void DrawBars(Canvas canvas, double y, double unit, Colour ink)
    {
        for (var i = 0; i < 9; i++)
            canvas.Append($"<rect x='0' y='{y + (i * unit * 42)}' width='{canvas.Width}' height='{unit * (4 + (i * 3.4))}' fill='{ink}'/>");
    }
}
