using NetVips;
using Sovia.Metadata.Decoding;

namespace Sovia.Pictures;

/// <summary>Encodes picture variants from decoded originals.</summary>
internal static class PictureEncoder
{
    private const int Quality = 80;

    // From 0 to 6. Level 1 takes 25% more time and saves at most 5% in size; levels above 2 cost far more than they save.
    // The quality is the same, because the error does not change. See bench/media.
    private const int Effort = 0;

    /// <summary>Encodes a shrunk image.</summary>
    /// <exception cref="UnreadableMediaException">The image cannot be decoded.</exception>
    public static byte[] EncodeStill(byte[] original, PictureVariant variant, PictureFormat format) =>
        ImageDecoder.Shrink(original, shrunk => Encode(shrunk, format, Quality), variant.Width);

    /// <summary>Encodes the poster from which the widths of a video are made, in near-original quality.</summary>
    public static byte[] EncodePoster(PixelBuffer frame) => ImageDecoder.TranslateErrors(() =>
    {
        using var image = frame.ToImage();
        return Encode(image, PictureFormat.Webp, quality: 92);
    });

    /// <summary>
    /// Encodes frames side by side in one row of <see cref="PictureVariant.SpriteFrames"/>. If there are fewer, frames are repeated.
    /// </summary>
    /// <param name="frames">At least one frame; all the same size.</param>
    /// <param name="format">The format to encode.</param>
    public static byte[] EncodeSprite(IReadOnlyList<PixelBuffer> frames, PictureFormat format) => ImageDecoder.TranslateErrors(() =>
    {
        var images = frames.Select(frame => frame.ToImage()).ToList();
        try
        {
            var row = Enumerable.Range(0, PictureVariant.SpriteFrames).Select(i => images[i * images.Count / PictureVariant.SpriteFrames])
                .ToArray();
            using var strip = Image.Arrayjoin(row, across: row.Length);
            return Encode(strip, format, quality: 70);
        }
        finally
        {
            images.ForEach(image => image.Dispose());
        }
    });

    /// <summary>Returns whether the frame is almost a single colour, such as black or white.</summary>
    public static bool IsSolidColour(PixelBuffer frame) => ImageDecoder.TranslateErrors(() =>
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
