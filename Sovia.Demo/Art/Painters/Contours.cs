using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a map of invented land: tinted heights, contour lines, a sea, and hill shading from the north-west.</summary>
internal sealed class Contours : IPainter
{
    private const int Step = 4;

    /// <summary>The number of contour lines from the shore to the summit.</summary>
    public int Lines { get; init; } = 15;

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.24 };

    public Image Paint(PaintContext paintContext)
    {
        var (w, h) = (paintContext.Width, paintContext.Height);
        var heights = Heights(paintContext);
        var tints = Enumerable.Range(0, 256).Select(i => paintContext.Palette.GetColour(0.98 - (0.6 * i / 255.0)).ToRgb()).ToArray();
        var water = Enumerable.Range(0, 64).Select(i => paintContext.Palette.Accent.Blend(paintContext.Palette.Glow, 0.42 - (i / 110.0))
            .ToRgb()).ToArray();
        var line = paintContext.Palette.Deep.ToRgb();
        var pixels = new byte[w * h * 3];
        Parallel.For(0, h, y =>
        {
            for (var x = 0; x < w; x++)
            {
                var (here, right, below) = (At(heights, w, x, y), At(heights, w, x + 1, y), At(heights, w, x, y + 1));
                var steep = Math.Sqrt(((right - here) * (right - here)) + ((below - here) * (below - here))) + 1e-9;
                var (level, dry) = (here * Lines, here > 0);
                var away = Math.Abs(level - Math.Round(level)) / Lines / steep;
                var wide = !dry ? 0.7 : (int)Math.Round(level) % 5 == 0 ? 1.35 : 0.75;
                var ink = Math.Clamp(wide + 0.5 - away, 0, 1) * (dry ? 0.72 : 0.28);
                var step = Math.Floor(level) / Lines;
                var tint = dry ? tints[Math.Clamp((int)(step * 255), 0, 255)] : water[Math.Clamp((int)(-step * 90), 0, 63)];
                var light = dry ? 1 + Math.Clamp((here - right + (here - below)) * -34, -0.2, 0.12) : 1;
                var at = ((y * w) + x) * 3;
                pixels[at] = Tone(tint.R, line.R, light, ink);
                pixels[at + 1] = Tone(tint.G, line.G, light, ink);
                pixels[at + 2] = Tone(tint.B, line.B, light, ink);
            }
        });
        return Image.NewFromMemory(pixels, w, h, 3, Enums.BandFormat.Uchar);
    }

    private static double[] Heights(PaintContext paintContext)
    {
        var (land, across, down) = (new GradientNoise(paintContext.Seed), (paintContext.Width / Step) + 3, (paintContext.Height / Step)
            + 3);
        var heights = new double[across * down];
        Parallel.For(0, down, y =>
        {
            for (var x = 0; x < across; x++)
            {
                var (u, v) = (x * Step / 520.0, y * Step / 520.0);
                var bend = land.SampleOctaves(u * 0.7, v * 0.7, 2);
                heights[(y * across) + x] = 0.16 + (land.SampleOctaves(u + (bend * 0.8), v - (bend * 0.6), 5, 0.46) * 0.95);
            }
        });
        return heights;
    }

    // Interpolates the coarse grid smoothly, because contour lines show every corner.
    private static double At(double[] heights, int width, int x, int y)
    {
        var across = (width / Step) + 3;
        var (left, top) = (x / Step, y / Step);
        var (u, v) = (x % Step / (double)Step, y % Step / (double)Step);
        var at = (top * across) + left;
        var upper = heights[at] + ((heights[at + 1] - heights[at]) * u);
        var lower = heights[at + across] + ((heights[at + across + 1] - heights[at + across]) * u);
        return upper + ((lower - upper) * v);
    }

    private static byte Tone(byte tint, byte line, double light, double ink) =>
        (byte)Math.Clamp((tint * light * (1 - ink)) + (line * ink), 0, 255);
}
