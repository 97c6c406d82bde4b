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
        var heights = ComputeHeights(paintContext);
        var tints = Enumerable.Range(0, 256).Select(i => paintContext.Palette.GetColour(0.98 - (0.6 * i / 255.0)).ToRgb()).ToArray();
        var water = Enumerable.Range(0, 64).Select(i => paintContext.Palette.Accent.Blend(paintContext.Palette.Glow, 0.42 - (i / 110.0))
            .ToRgb()).ToArray();
        var line = paintContext.Palette.Deep.ToRgb();
        var pixels = new byte[w * h * 3];
        Parallel.For(0, h, y =>
        {
            for (var x = 0; x < w; x++)
            {
                var (height, right, below) = (Sample(heights, w, x, y), Sample(heights, w, x + 1, y), Sample(heights, w, x, y + 1));
                var slope = Math.Sqrt(((right - height) * (right - height)) + ((below - height) * (below - height))) + 1e-9;
                var (level, isLand) = (height * Lines, height > 0);
                var lineDistance = Math.Abs(level - Math.Round(level)) / Lines / slope;
                var lineWidth = !isLand ? 0.7 : (int)Math.Round(level) % 5 == 0 ? 1.35 : 0.75;
                var ink = Math.Clamp(lineWidth + 0.5 - lineDistance, 0, 1) * (isLand ? 0.72 : 0.28);
                var step = Math.Floor(level) / Lines;
                var tint = isLand ? tints[Math.Clamp((int)(step * 255), 0, 255)] : water[Math.Clamp((int)(-step * 90), 0, 63)];
                var light = isLand ? 1 + Math.Clamp((height - right + (height - below)) * -34, -0.2, 0.12) : 1;
                var offset = ((y * w) + x) * 3;
                pixels[offset] = BlendTone(tint.R, line.R, light, ink);
                pixels[offset + 1] = BlendTone(tint.G, line.G, light, ink);
                pixels[offset + 2] = BlendTone(tint.B, line.B, light, ink);
            }
        });
        return Image.NewFromMemory(pixels, w, h, 3, Enums.BandFormat.Uchar);
    }

    private static double[] ComputeHeights(PaintContext paintContext)
    {
        var (noise, columns, rows) = (new GradientNoise(paintContext.Seed), (paintContext.Width / Step) + 3, (paintContext.Height / Step)
            + 3);
        var heights = new double[columns * rows];
        Parallel.For(0, rows, y =>
        {
            for (var x = 0; x < columns; x++)
            {
                var (u, v) = (x * Step / 520.0, y * Step / 520.0);
                var bend = noise.SampleOctaves(u * 0.7, v * 0.7, 2);
                heights[(y * columns) + x] = 0.16 + (noise.SampleOctaves(u + (bend * 0.8), v - (bend * 0.6), 5, 0.46) * 0.95);
            }
        });
        return heights;
    }

    // Interpolates the coarse grid smoothly, because contour lines show every corner.
    private static double Sample(double[] heights, int width, int x, int y)
    {
        var columns = (width / Step) + 3;
        var (left, top) = (x / Step, y / Step);
        var (u, v) = (x % Step / (double)Step, y % Step / (double)Step);
        var index = (top * columns) + left;
        var upper = heights[index] + ((heights[index + 1] - heights[index]) * u);
        var lower = heights[index + columns] + ((heights[index + columns + 1] - heights[index + columns]) * u);
        return upper + ((lower - upper) * v);
    }

    private static byte BlendTone(byte tint, byte line, double light, double ink) =>
        (byte)Math.Clamp((tint * light * (1 - ink)) + (line * ink), 0, 255);
}
