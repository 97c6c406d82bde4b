using NetVips;
using Sovia.Metadata.Decoding;

namespace Sovia.Pictures;

/// <summary>Makes the bytes of variants from the bytes of originals.</summary>
internal static class PictureEncoder
{
    private const int Quality = 80;

    // Of 0 to 6. The first step costs a quarter more time and saves one byte in twenty at the most; past the second it costs far more than
    // it saves. None shows: the error is the same. See bench/media.
    private const int Effort = 0;

    /// <summary>A still, shrunk.</summary>
    /// <exception cref="UnreadableMediaException">It cannot be decoded.</exception>
    public static byte[] EncodeStill(byte[] original, PictureVariant variant, PictureFormat format) =>
        StillDecoder.Shrink(original, small => Encode(small, format, Quality), variant.Width);

    /// <summary>What the widths of a clip are made from: close to the frame itself.</summary>
    public static byte[] EncodePoster(PixelBuffer frame) => StillDecoder.TranslateErrors(() =>
    {
        using var image = frame.ToImage();
        return Encode(image, PictureFormat.Webp, quality: 92);
    });

    /// <summary>Frames side by side in one row of <see cref="PictureVariant.SpriteFrames"/>; too few are shown longer.</summary>
    /// <param name="frames">At least one; all of one size.</param>
    /// <param name="format">As what.</param>
    public static byte[] EncodeSprite(IReadOnlyList<PixelBuffer> frames, PictureFormat format) => StillDecoder.TranslateErrors(() =>
    {
        var images = frames.Select(frame => frame.ToImage()).ToList();
        try
        {
            var row = Enumerable.Range(0, PictureVariant.SpriteFrames).Select(at => images[at * images.Count / PictureVariant.SpriteFrames])
                .ToArray();
            using var strip = Image.Arrayjoin(row, across: row.Length);
            return Encode(strip, format, quality: 70);
        }
        finally
        {
            images.ForEach(image => image.Dispose());
        }
    });

    /// <summary>Whether next to nothing is to be seen: black, white, one colour.</summary>
    public static bool IsSolidColour(PixelBuffer frame) => StillDecoder.TranslateErrors(() =>
    {
        using var image = frame.ToImage();
        return image.Deviate() < 4;
    });

    private static byte[] Encode(Image image, PictureFormat format, int quality)
    {
        if (format == PictureFormat.Webp) return image.WebpsaveBuffer(q: quality, effort: Effort, keep: Enums.ForeignKeep.None);
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255]) : image.Copy();
        return opaque.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None, interlace: true, optimizeCoding: true);
    }
}
