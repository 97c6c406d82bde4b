using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws bottles, bowls and fruit on a table by a window, lit from one side.</summary>
internal sealed class StillLife : IPainter
{
    public FinishStyle FinishStyle => FinishStyle.Film with { Bloom = 0.15, Grain = 0.34, Vignette = 0.3 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, canvas, colours, unit) =
            (paintContext.CreateRandom(), paintContext.CreateCanvas(), paintContext.Palette, paintContext.Unit);
        var (w, h) = (canvas.Width, canvas.Height);
        var (tableY, wallColour) = (h * seededRandom.NextInRange(0.68, 0.74), colours.Glow.Blend(colours.Light, 0.45));
        canvas.FillBackground(canvas.CreateLinearGradient(0, 0, w, tableY, new(0, wallColour.Lighten(0.02)),
            new(0.6, wallColour.Blend(colours.Mid, 0.22)), new(1, wallColour.Blend(colours.Mid, 0.55))));
        DrawWindow(canvas, seededRandom, colours, tableY);
        canvas.Append(
            $"<rect y='{tableY}' width='{w}' height='{h - tableY}' fill='{canvas.CreateLinearGradient(0, tableY, w * 0.7, h, new(0, colours.Light), new(1, colours.Mid.Blend(colours.Shade, 0.35)))}'/>");
        canvas.Append($"<rect y='{tableY}' width='{w}' height='{unit * 5}' fill='{colours.Glow}' fill-opacity='0.55'/>");
        var count = seededRandom.NextInt(4, 6);
        var places = Enumerable.Range(0, count)
            .Select(i => (X: w * (0.2 + (0.6 * (i + seededRandom.NextInRange(-0.22, 0.22)) / (count - 1))), Y: tableY
                + (unit * seededRandom.NextInRange(24, 150)))).OrderBy(place => place.Y).ToList();
        foreach (var (x, y) in places)
        {
            var scale = unit * (0.86 + ((y - tableY) / unit / 520));
            if (seededRandom.NextBool(0.26)) DrawFruit(canvas, seededRandom, colours, x, y, scale * seededRandom.NextInRange(52, 74));
            else DrawVessel(canvas, seededRandom, colours, x, y, scale);
        }
        return canvas.Render();
    }

    private static void DrawWindow(Canvas canvas, SeededRandom seededRandom, Palette colours, double tableY)
    {
        var (w, lean) = (canvas.Width, seededRandom.NextInRange(0.12, 0.24) * canvas.Width);
        var (x, top, width, height) = (w * seededRandom.NextInRange(0.1, 0.42), tableY * seededRandom.NextInRange(0.1, 0.2), w * 0.19,
            tableY * 0.32);
        for (var column = 0; column < 2; column++)
            for (var row = 0; row < 2; row++)
            {
                var (px, py) = (x + (column * width * 1.12) + (row * lean * 0.55), top + (row * height * 1.08) + (column * lean * 0.16));
                canvas.DrawPolygon([(px, py), (px + width, py + (lean * 0.14)), (px + width + (lean * 0.5), py + height + (lean * 0.14)),
                    (px + (lean * 0.5), py + height)], $"{colours.Glow.Lighten(0.04)}", 0.62);
            }
    }

    private static void DrawShadow(Canvas canvas, Palette colours, double x, double y, double width) =>
        canvas.Append(
            $"<ellipse cx='{x + (width * 1.25)}' cy='{y}' rx='{width * 1.9}' ry='{width * 0.3}' fill='{canvas.CreateLinearGradient(x, 0, x + (width * 3), 0, new(0, colours.Deep, 0.62), new(1, colours.Deep, 0))}'/>");

    private static void DrawVessel(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double s)
    {
        // Half-widths from the bottom up: bottle, jug, vase, bowl, flask.
        double[] profile = seededRandom.Pick<double[]>(
            [0.9, 1, 1, 1, 1, 0.98, 0.6, 0.32, 0.3, 0.3, 0.36], [0.7, 1, 1.2, 1.25, 1.15, 0.9, 0.7, 0.68, 0.8],
            [0.5, 0.75, 1, 1.18, 1.2, 1, 0.62, 0.42, 0.55],
            [0.5, 1, 1.35, 1.55, 1.66], [1, 1.3, 1.3, 1, 0.6, 0.34, 0.28, 0.28, 0.28, 0.34]);
        var (width, step) = (s * seededRandom.NextInRange(58, 84), s * seededRandom.NextInRange(44, 60));
        var glaze = seededRandom.Pick(colours.Accent, colours.Mid, colours.Glow, colours.Shade, colours.Light.Blend(colours.Accent, 0.4),
            colours.Accent.Blend(colours.Deep, 0.35));
        DrawShadow(canvas, colours, x, y, width);
        var right = InterpolateProfile(profile).Select(point => (X: x + (point.Wide * width), Y: y - (point.Up * step))).ToList();
        var left = right.Select(point => ((2 * x) - point.X, point.Y)).Reverse().ToList();
        var (top, mouth) = (right[^1].Y, right[^1].X - x);
        var widest = profile.Max() * width;
        canvas.DrawPolygon([.. right, .. left], canvas.CreateLinearGradient(x - widest, 0, x + widest, 0, new(0, glaze.Lighten(0.03)),
            new(0.26, glaze.Lighten(0.13)), new(0.6, glaze.Lighten(-0.05)), new(0.9, glaze.Blend(colours.Deep, 0.5)),
            new(1, glaze.Blend(colours.Deep, 0.35))));
        canvas.Append(
            $"<ellipse cx='{x}' cy='{y}' rx='{profile[0] * width}' ry='{profile[0] * width * 0.13}' fill='{glaze.Blend(colours.Deep, 0.3)}'/>");
        canvas.Append(
            $"<ellipse cx='{x}' cy='{top}' rx='{mouth}' ry='{mouth * 0.2}' fill='{glaze.Blend(colours.Deep, 0.62)}' stroke='{glaze.Lighten(0.1)}' stroke-width='{3 * s}'/>");
        canvas.Append(
            $"<ellipse cx='{x - (widest * 0.5)}' cy='{y - (step * profile.Length * 0.3)}' rx='{widest * 0.07}' ry='{step * 1.1}' fill='{colours.Glow}' fill-opacity='0.4'/>");
        if (mouth < width * 0.75 && seededRandom.NextBool(0.5)) DrawTwigs(canvas, seededRandom, colours, x, top, s);
    }

    private static IEnumerable<(double Wide, double Up)> InterpolateProfile(double[] profile)
    {
        for (double position = 0; position <= profile.Length - 1; position += 0.1)
        {
            var i = Math.Min((int)position, profile.Length - 2);
            var (previous, from, to, next, t) = (profile[Math.Max(i - 1, 0)], profile[i], profile[i + 1],
                profile[Math.Min(i + 2, profile.Length - 1)], position - i);
            yield return (from
                + (0.5 * t * (to - previous
                    + (t * ((2 * previous) - (5 * from) + (4 * to) - next + (t * ((3 * (from - to)) + next - previous)))))), position);
        }
    }

    private static void DrawTwigs(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double s)
    {
        for (var stem = seededRandom.NextInt(2, 4); stem > 0; stem--)
        {
            var (lean, height) = (seededRandom.NextInRange(-130, 130) * s, seededRandom.NextInRange(150, 290) * s);
            (double X, double Y) At(double t) => (x + (lean * t * t), y - (height * t));
            canvas.DrawLine(Enumerable.Range(0, 12).Select(i => At(i / 11.0)), $"{colours.Shade}", 3 * s);
            for (var i = 3; i < 12; i++)
            {
                var ((lx, ly), angle) = (At(i / 11.0), seededRandom.NextInRange(-70, 70) - 90);
                canvas.Append(
                    $"<ellipse cx='{lx + (20 * s)}' cy='{ly}' rx='{seededRandom.NextInRange(15, 25) * s}' ry='{8 * s}' transform='rotate({angle} {lx} {ly})' fill='{seededRandom.Pick(colours.Shade, colours.Mid, colours.Shade.Blend(colours.Mid, 0.5))}'/>");
            }
        }
    }

    private static void DrawFruit(Canvas canvas, SeededRandom seededRandom, Palette colours, double x, double y, double r)
    {
        var skinColour = seededRandom.Pick(colours.Accent, Colour.FromHex("#e0a13a"), Colour.FromHex("#c4473c")).Blend(colours.Light, 0.15);
        DrawShadow(canvas, colours, x, y, r * 0.95);
        canvas.DrawCircle(x, y - (r * 0.92), r, canvas.CreateRadialGradient(x - (r * 0.38), y - (r * 1.3), r * 1.5,
            new(0, skinColour.Lighten(0.17)), new(0.45, skinColour), new(1, skinColour.Blend(colours.Deep, 0.62))));
        canvas.DrawLine([(x, y - (r * 1.86)), (x + (r * 0.1), y - (r * 2.15))], $"{colours.Deep}", r * 0.07);
    }
}
