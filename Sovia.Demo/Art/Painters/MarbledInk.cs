using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws marbled paper: combed ink with veins of gold.</summary>
internal sealed class MarbledInk : IPainter
{
    // Computed at half the size, because the lines are soft anyway.
    private const int Step = 2;

    /// <summary>The frequency of the bands.</summary>
    public double Bands { get; init; } = 9;

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.26, Vignette = 0.16 };

    public Image Paint(PaintContext paintContext)
    {
        var (w, h) = (paintContext.Width / Step, paintContext.Height / Step);
        var (broadNoise, fineNoise, gold) = (new GradientNoise(paintContext.Seed), new GradientNoise(paintContext.Seed + 1),
            paintContext.Palette.Accent.Blend(paintContext.Palette.Glow, 0.35).ToRgb());
        var inks = CreateInks(paintContext);
        var pixels = new byte[w * h * 3];
        Parallel.For(0, h, y =>
        {
            for (var x = 0; x < w; x++)
            {
                var (u, v) = (x / (double)w * 1.25, y / (double)w * 1.25);
                var (p, q) = (broadNoise.SampleOctaves(u, v, 2), broadNoise.SampleOctaves(u + 5.2, v + 1.3, 2));
                var depth = fineNoise.SampleOctaves(u + (1.15 * p) + 1.7, v + (1.15 * q) + 9.2, 3, 0.42);
                var band = ((depth * 0.9) + 0.5 + (p * 0.22)) * Bands;
                var edge = Math.Abs(band - Math.Round(band));
                var ink = inks[Math.Clamp((int)((((Math.Floor(band) * 0.618) % 1) + 1) % 1 * 128) + (int)(q * 70), 0, inks.Length - 1)];
                var vein = Math.Clamp((0.055 - edge + (q * 0.03)) * 28, 0, 1);
                var offset = ((y * w) + x) * 3;
                pixels[offset] = Blend(ink.R, gold.R, vein);
                pixels[offset + 1] = Blend(ink.G, gold.G, vein);
                pixels[offset + 2] = Blend(ink.B, gold.B, vein);
            }
        });
        using var small = Image.NewFromMemory(pixels, w, h, 3, Enums.BandFormat.Uchar);
        return small.Resize(Step, Enums.Kernel.Cubic);
    }

    private static (byte R, byte G, byte B)[] CreateInks(PaintContext paintContext) =>
        [.. Enumerable.Range(0, 128).Select(i => paintContext.Palette.GetColour(i / 127.0).ToRgb())];

    private static byte Blend(byte a, byte b, double t) => (byte)(a + ((b - a) * t));
}
