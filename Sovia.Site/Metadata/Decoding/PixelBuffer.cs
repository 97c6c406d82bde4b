using NetVips;

namespace Sovia.Metadata.Decoding;

/// <summary>A decoded image.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bands">Bytes per pixel: 3 for RGB, 4 with alpha, not premultiplied.</param>
/// <param name="Bytes">The pixels, row by row from the top left.</param>
internal sealed record PixelBuffer(int Width, int Height, int Bands, byte[] Bytes)
{
    /// <summary>Decodes an image to RGBA.</summary>
    public static PixelBuffer FromImage(Image image)
    {
        using var rgba = image.HasAlpha() ? image.Copy() : image.Bandjoin(255);
        return new(rgba.Width, rgba.Height, 4, rgba.WriteToMemory<byte>());
    }

    /// <summary>Converts the buffer to a libvips image. The caller disposes it.</summary>
    public Image ToImage()
    {
        using var rawImage = Image.NewFromMemory(Bytes, Width, Height, Bands, Enums.BandFormat.Uchar);
        return rawImage.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Returns the mean colour, weighted by alpha, as <c>#rrggbb</c>; null if the image is fully transparent. RGBA only.</summary>
    public string? ComputeMeanColour()
    {
        long red = 0, green = 0, blue = 0, weight = 0;
        for (var offset = 0; offset < Bytes.Length; offset += 4)
        {
            var alpha = Bytes[offset + 3];
            red += Bytes[offset] * alpha;
            green += Bytes[offset + 1] * alpha;
            blue += Bytes[offset + 2] * alpha;
            weight += alpha;
        }

        return weight == 0 ? null : $"#{ComputeMean(red):x2}{ComputeMean(green):x2}{ComputeMean(blue):x2}";

        long ComputeMean(long sum) => (sum + weight / 2) / weight;
    }
}
