using NetVips;

namespace Sovia.Tests.Duplicates;

/// <summary>Pictures made for tests: clouds of colour with some shapes before them. The same seed is the same picture.</summary>
public static class Scenes
{
    /// <summary>A scene.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public static Image Create(int seed, int width = 480, int height = 640)
    {
        var random = new Random(seed);
        using var red = Image.Perlin(width, height, cellSize: 96 + random.Next(160), seed: seed * 3 + 1);
        using var green = Image.Perlin(width, height, cellSize: 64 + random.Next(160), seed: seed * 3 + 2);
        using var blue = Image.Perlin(width, height, cellSize: 128 + random.Next(160), seed: seed * 3 + 3);
        using var clouds = red.Bandjoin(green, blue);
        using var bright = (clouds + 1) * 110;
        using var scene = bright.Cast(Enums.BandFormat.Uchar);
        using var shown = scene.Copy(interpretation: Enums.Interpretation.Srgb);
        return shown.Mutate(draw =>
        {
            for (var shape = 4 + random.Next(4); shape > 0; shape--)
            {
                double[] colour = [random.Next(256), random.Next(256), random.Next(256)];
                if (shape % 2 == 0)
                    draw.DrawCircle(colour, random.Next(width), random.Next(height), 30 + random.Next(width / 4), fill: true);
                else draw.DrawRect(colour, random.Next(width), random.Next(height), 40 + random.Next(width / 3), 40
                    + random.Next(height / 3), fill: true);
            }
        });
    }

    /// <summary>As the bytes of a file.</summary>
    public static byte[] Png(this Image image)
    {
        using (image) return image.PngsaveBuffer(compression: 1);
    }

    /// <summary>As the bytes of a file.</summary>
    public static byte[] Jpeg(this Image image, int quality = 85)
    {
        using (image) return image.JpegsaveBuffer(q: quality);
    }

    /// <summary>Its middle, without so much of each side.</summary>
    public static Image Cropped(this Image image, double part)
    {
        using (image)
            return image.Crop((int)(image.Width * part / 2), (int)(image.Height * part / 2), (int)(image.Width * (1 - part)),
                (int)(image.Height * (1 - part)));
    }

    /// <summary>With a bright strip in its corner, as a maker's mark is.</summary>
    public static Image Watermarked(this Image image)
    {
        using (image)
            return image.Mutate(draw =>
            {
                for (var letter = 0; letter < 6; letter++)
                    draw.DrawRect([245, 245, 245], image.Width - 100 + letter * 15, image.Height - 32, 9, 16, fill: true);
            });
    }

    /// <summary>Warmer and a little brighter.</summary>
    public static Image Recoloured(this Image image)
    {
        using (image)
        using (var warm = image.Linear([1.08, 1.0, 0.85], [10, 4, 0]))
            return warm.Cast(Enums.BandFormat.Uchar);
    }

    /// <summary>Smaller or larger.</summary>
    public static Image Resized(this Image image, double scale)
    {
        using (image) return image.Resize(scale);
    }
}
