using NetVips;
using Sovia.Tests.Pictures;

namespace Sovia.Tests.Metadata.Integrity;

/// <summary>Whole pictures of every kind, to be damaged by tests.</summary>
public static class TestStills
{
    private const int Width = 320, Height = 240;

    /// <summary>The bytes of one.</summary>
    public static byte[] Create(string kind)
    {
        using var image = Draw.Gradient(Width, Height);
        return kind switch
        {
            "png" => image.PngsaveBuffer(),
            "deep.png" => image.Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(),
            "interlaced.png" => image.PngsaveBuffer(interlace: true),
            "jpg" => image.JpegsaveBuffer(q: 75),
            "fine.jpg" => image.JpegsaveBuffer(q: 97),
            "progressive.jpg" => image.JpegsaveBuffer(interlace: true),
            "optimised.jpg" => image.JpegsaveBuffer(optimizeCoding: true),
            "restarts.jpg" => image.JpegsaveBuffer(restartInterval: 8),
            "cmyk.jpg" => image.Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer(),
            "grey.jpg" => image.Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer(),
            "webp" => image.WebpsaveBuffer(),
            "lossless.webp" => image.WebpsaveBuffer(lossless: true),
            "gif" => image.GifsaveBuffer(),
            "avif" => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
            "animated.gif" => Reel(image).GifsaveBuffer(),
            "animated.webp" => Reel(image).WebpsaveBuffer(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such picture"),
        };
    }

    private static Image Reel(Image image)
    {
        using var strip = Image.Arrayjoin([image, image.Invert(), image.Flip(Enums.Direction.Horizontal)], across: 1);
        return strip.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", Height));
    }

    /// <summary>The same with zeros in a stretch.</summary>
    public static byte[] Zeroed(byte[] bytes, int from, int to)
    {
        bytes.AsSpan(from, Math.Min(to, bytes.Length) - from).Clear();
        return bytes;
    }
}
