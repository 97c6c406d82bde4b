namespace Sovia.Metadata.Probing;

/// <summary>Decodes a ThumbHash to a blurred image.</summary>
public static class ThumbHashDecoder
{
    // Restores the saturation lost by rounding to four bits.
    private const double Boost = 1.25;

    /// <summary>Decodes a hash.</summary>
    /// <param name="hash">A hash from <see cref="ThumbHash.Encode"/>.</param>
    /// <returns>An image whose longer side is 32 pixels, four bytes per pixel, not premultiplied.</returns>
    /// <exception cref="ArgumentException">The hash is too short.</exception>
    public static (int Width, int Height, byte[] Rgba) Decode(ReadOnlySpan<byte> hash)
    {
        if (hash.Length < 5) throw new ArgumentException("too short");
        var colours = hash[0] | hash[1] << 8 | hash[2] << 16;
        var shape = hash[3] | hash[4] << 8;
        var (hasAlpha, isLandscape, minorTerms) = (colours >> 23 == 1, shape >> 15 == 1, shape & 7);
        var maxTerms = hasAlpha ? 5 : 7;
        var (across, down) = isLandscape ? (maxTerms, Math.Max(3, minorTerms)) : (Math.Max(3, minorTerms), maxTerms);

        var nibble = (hasAlpha ? 6 : 5) * 2;
        var lightness = ReadTerms(hash, ref nibble, across, down, (colours & 63) / 63.0, (colours >> 18 & 31) / 31.0);
        var yellow = ReadTerms(hash, ref nibble, 3, 3, (colours >> 6 & 63) / 31.5 - 1, (shape >> 3 & 63) / 63.0 * Boost);
        var red = ReadTerms(hash, ref nibble, 3, 3, (colours >> 12 & 63) / 31.5 - 1, (shape >> 9 & 63) / 63.0 * Boost);
        var alpha = hasAlpha ? ReadTerms(hash, ref nibble, 5, 5, (hash[5] & 15) / 15.0, (hash[5] >> 4) / 15.0) : null;

        var ratio = isLandscape ? (double)maxTerms / Math.Max(1, minorTerms) : Math.Max(1, minorTerms) / (double)maxTerms;
        var (width, height) = ratio > 1 ? (32, Math.Max(1, Round(32 / ratio))) : (Math.Max(1, Round(32 * ratio)), 32);
        var rgba = new byte[width * height * 4];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            var (x, y) = ((pixel % width + 0.5) / width, (pixel / width + 0.5) / height);
            var (l, p, q) = (Evaluate(lightness, x, y), Evaluate(yellow, x, y), Evaluate(red, x, y));
            var blue = l - 2.0 / 3 * p;
            var redness = (3 * l - blue + q) / 2;
            rgba[pixel * 4] = ToByte(redness);
            rgba[pixel * 4 + 1] = ToByte(redness - q);
            rgba[pixel * 4 + 2] = ToByte(blue);
            rgba[pixel * 4 + 3] = alpha is null ? (byte)255 : ToByte(Evaluate(alpha, x, y));
        }

        return (width, height, rgba);
    }

    /// <summary>Returns the mean colour of a hash as <c>#rrggbb</c>; null if the text is not a hash.</summary>
    /// <param name="hash">The hash in base64.</param>
    public static string? DecodeMeanColour(string? hash)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (hash is null || !Convert.TryFromBase64String(hash, bytes, out var length) || length < 5) return null;
        var colours = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        var (l, p, q) = ((colours & 63) / 63.0, (colours >> 6 & 63) / 31.5 - 1, (colours >> 12 & 63) / 31.5 - 1);
        var blue = l - 2.0 / 3 * p;
        var red = (3 * l - blue + q) / 2;
        return $"#{ToByte(red):x2}{ToByte(red - q):x2}{ToByte(blue):x2}";
    }

    private static List<(int U, int V, double Weight)> ReadTerms(ReadOnlySpan<byte> hash, ref int nibble, int across, int down, double mean,
        double scale)
    {
        List<(int, int, double)> terms = [(0, 0, mean)];
        for (var v = 0; v < down; v++)
            for (var u = v == 0 ? 1 : 0; u * down < across * (down - v); u++, nibble++)
            {
                if (nibble / 2 >= hash.Length) throw new ArgumentException("too short");
                terms.Add((u, v, 2 * scale * ((hash[nibble / 2] >> nibble % 2 * 4 & 15) / 7.5 - 1)));
            }

        return terms;
    }

    private static double Evaluate(List<(int U, int V, double Weight)> terms, double x, double y)
    {
        var sum = 0.0;
        foreach (var (u, v, weight) in terms) sum += weight * Math.Cos(Math.PI * u * x) * Math.Cos(Math.PI * v * y);
        return sum;
    }

    private static byte ToByte(double value) => (byte)(255 * Math.Clamp(value, 0, 1));

    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
