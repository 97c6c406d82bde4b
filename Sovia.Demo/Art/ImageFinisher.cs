using NetVips;

namespace Sovia.Demo.Art;

/// <summary>Makes a drawing look photographed or printed, with bloom, vignette and grain.</summary>
internal static class ImageFinisher
{
    private const int GrainSide = 512;
    private static readonly sbyte[] Grain = CreateGrain();

    /// <summary>Returns the finished image.</summary>
    /// <param name="drawing">Three bands of eight bits.</param>
    /// <param name="finishStyle">The strength of each effect.</param>
    /// <param name="seed">The seed of the grain.</param>
    public static Image Apply(Image drawing, FinishStyle finishStyle, ulong seed)
    {
        // Copies the drawing, because libvips would otherwise evaluate it at each of the two reads.
        using var source = drawing.CopyMemory();
        var (width, height) = (source.Width, source.Height);
        var pixels = source.WriteToMemory<byte>();
        var glow = finishStyle.Bloom > 0 ? CreateGlow(source) : null;
        var shift = (int)(seed % (GrainSide * GrainSide));
        for (var y = 0; y < height; y++)
        {
            var v = ((y / (double)height) - 0.5) * 2;
            for (var x = 0; x < width; x++)
            {
                var u = ((x / (double)width) - 0.5) * 2;
                var distance = (u * u) + (v * v);
                var vignette = 1 - (finishStyle.Vignette * distance * distance * 0.25);
                var grain = Grain[(shift + ((y % GrainSide) * GrainSide) + (x % GrainSide)) % Grain.Length] * finishStyle.Grain;
                var offset = ((y * width) + x) * 3;
                for (var band = offset; band < offset + 3; band++)
                {
                    double value = pixels[band];
                    if (glow is not null) value = 255 - ((255 - value) * (255 - (glow[band] * finishStyle.Bloom)) / 255);
                    pixels[band] = (byte)Math.Clamp((value * vignette) + grain, 0, 255);
                }
            }
        }
        using var finished = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        return finished.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    // Returns only the bright areas, blurred.
    private static byte[] CreateGlow(Image drawing)
    {
        using var small = drawing.Resize(0.125, Enums.Kernel.Linear);
        using var bright = (small.Cast(Enums.BandFormat.Float) - 110) * 1.7;
        using var soft = bright.Gaussblur(4.5).Cast(Enums.BandFormat.Uchar);
        using var large = soft.Resize(drawing.Width / (double)soft.Width, Enums.Kernel.Linear,
            vscale: drawing.Height / (double)soft.Height);
        return large.WriteToMemory<byte>();
    }

    private static sbyte[] CreateGrain()
    {
        var seededRandom = new SeededRandom(20);
        var grain = new sbyte[GrainSide * GrainSide];
        for (var i = 0; i < grain.Length; i++)
            grain[i] = (sbyte)((seededRandom.NextDouble() + seededRandom.NextDouble() + seededRandom.NextDouble() - 1.5) * 60);
        return grain;
    }
}
