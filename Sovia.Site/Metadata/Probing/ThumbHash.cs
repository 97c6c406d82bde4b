namespace Sovia.Metadata.Probing;

/// <summary>
/// Implements Evan Wallace's ThumbHash: about 25 bytes that encode a blurred image, its mean colour and approximate shape. Converts colours
/// to lightness, yellow-blue, red-green and alpha, and stores the lowest DCT terms of each channel in four bits per term.
/// </summary>
public static class ThumbHash
{
    /// <summary>Maximum length of a side in pixels.</summary>
    public const int MaxSide = 100;

    /// <summary>Encodes an image.</summary>
    /// <param name="width">Width in pixels, 1 to 100.</param>
    /// <param name="height">Height in pixels, 1 to 100.</param>
    /// <param name="rgba">Four bytes per pixel, row by row, not premultiplied.</param>
    /// <returns>5 to 25 bytes, a few more with alpha.</returns>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4);
        var (planes, hasAlpha) = SplitChannels(rgba, width * height);

        // Alpha takes space from lightness.
        var maxTerms = hasAlpha ? 5 : 7;
        var across = Math.Max(1, Round((double)maxTerms * width / Math.Max(width, height)));
        var down = Math.Max(1, Round((double)maxTerms * height / Math.Max(width, height)));
        var lightness = DctCoefficients.Compute(planes[0], width, height, Math.Max(3, across), Math.Max(3, down));
        var yellow = DctCoefficients.Compute(planes[1], width, height, 3, 3);
        var red = DctCoefficients.Compute(planes[2], width, height, 3, 3);
        var alpha = hasAlpha ? DctCoefficients.Compute(planes[3], width, height, 5, 5) : null;

        var landscape = width > height;
        var colours = Round(63 * lightness.Mean) | Round(31.5 + 31.5 * yellow.Mean) << 6 | Round(31.5 + 31.5 * red.Mean) << 12
            | Round(31 * lightness.Scale) << 18 | (hasAlpha ? 1 << 23 : 0);
        var shape = (landscape ? down : across) | Round(63 * yellow.Scale) << 3 | Round(63 * red.Scale) << 9 | (landscape ? 1 << 15 : 0);
        List<byte> hash = [(byte)colours, (byte)(colours >> 8), (byte)(colours >> 16), (byte)shape, (byte)(shape >> 8)];
        if (alpha is not null) hash.Add((byte)(Round(15 * alpha.Mean) | Round(15 * alpha.Scale) << 4));

        double[] terms = [.. lightness.Terms, .. yellow.Terms, .. red.Terms, .. alpha?.Terms ?? []];
        foreach (var pair in terms.Chunk(2))
            hash.Add((byte)(Round(15 * pair[0]) | (pair.Length > 1 ? Round(15 * pair[1]) << 4 : 0)));
        return [.. hash];
    }

    // Transparent pixels take the mean colour, so that their invisible colour does not affect the rest.
    private static (double[][] Planes, bool HasAlpha) SplitChannels(ReadOnlySpan<byte> rgba, int count)
    {
        double meanRed = 0, meanGreen = 0, meanBlue = 0, totalAlpha = 0;
        for (var offset = 0; offset < rgba.Length; offset += 4)
        {
            var alpha = rgba[offset + 3] / 255.0;
            meanRed += alpha / 255 * rgba[offset];
            meanGreen += alpha / 255 * rgba[offset + 1];
            meanBlue += alpha / 255 * rgba[offset + 2];
            totalAlpha += alpha;
        }

        if (totalAlpha > 0) (meanRed, meanGreen, meanBlue) = (meanRed / totalAlpha, meanGreen / totalAlpha, meanBlue / totalAlpha);
        double[][] planes = [new double[count], new double[count], new double[count], new double[count]];
        for (var pixel = 0; pixel < count; pixel++)
        {
            var alpha = rgba[pixel * 4 + 3] / 255.0;
            var red = meanRed * (1 - alpha) + alpha / 255 * rgba[pixel * 4];
            var green = meanGreen * (1 - alpha) + alpha / 255 * rgba[pixel * 4 + 1];
            var blue = meanBlue * (1 - alpha) + alpha / 255 * rgba[pixel * 4 + 2];
            planes[0][pixel] = (red + green + blue) / 3;
            planes[1][pixel] = (red + green) / 2 - blue;
            planes[2][pixel] = red - green;
            planes[3][pixel] = alpha;
        }

        return (planes, totalAlpha < count);
    }

    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
