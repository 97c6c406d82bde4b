using Sovia.Metadata.Decoding;
using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Probing;

/// <summary>Probes image files.</summary>
internal sealed class ImageProbe(DecodableImageReader file)
{
    /// <summary>
    /// Reads the size from the header, decodes the image at a small size and checks that it is complete. A truncated image keeps its size
    /// and reports the damage.
    /// </summary>
    /// <exception cref="UnreadableMediaException">The file is empty or too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ProbeResult> ProbeAsync(string path, CancellationToken ct)
    {
        var original = await ImageDecoder.ReadFileAsync(path, ct);
        var facts = new MediaProperties();
        var isTransient = false;
        try
        {
            var bytes = await file.ToDecodableAsync(path, original, ct);
            var header = ImageDecoder.ReadHeader(bytes);
            facts = facts with { Width = header.Width, Height = header.Height };
            facts = AddThumbHash(facts, Decode(bytes));
        }
        catch (UnreadableMediaException exception)
        {
            (facts, isTransient) = ProbeResult.FromException(facts, exception);
        }

        return new((facts.Damage ?? ImageCheck.FindDamage(original)) is { } damage
            ? facts with { Problem = facts.Problem ?? damage, Damage = damage } : facts, isTransient);
    }

    /// <summary>Adds the mean colour and the ThumbHash.</summary>
    /// <param name="facts">The other facts.</param>
    /// <param name="small">RGBA, no side longer than <see cref="ThumbHash.MaxSide"/>.</param>
    public static MediaProperties AddThumbHash(MediaProperties facts, PixelBuffer small) => facts with
    {
        Colour = small.ComputeMeanColour(),
        ThumbHash = Convert.ToBase64String(ThumbHash.Encode(small.Width, small.Height, small.Bytes)),
    };

    private static PixelBuffer Decode(byte[] bytes) => ImageDecoder.Shrink(
        bytes,
        image =>
        {
            // With very few pixels, high frequencies cannot be distinguished from low ones, so enlarge the image.
            var scale = (int)Math.Ceiling(16.0 / Math.Max(image.Width, image.Height));
            using var enlarged = image.Zoom(image.Width < 3 ? Math.Max(3, scale) : scale, image.Height < 3 ? Math.Max(3, scale) : scale);
            return PixelBuffer.FromImage(enlarged);
        },
        ThumbHash.MaxSide,
        ThumbHash.MaxSide);
}
