using Sovia.Metadata.Decoding;
using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Probing;

/// <summary>What a picture file says.</summary>
internal sealed class StillProbe(StillFileReader file)
{
    /// <summary>
    /// Measures by the header, decodes it small and looks whether all of it is there; a picture cut short keeps its measures and says so.
    /// </summary>
    /// <exception cref="UnreadableMediaException">Nothing can be told.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<ProbeResult> ProbeAsync(string path, CancellationToken ct)
    {
        var original = await StillDecoder.ReadFileAsync(path, ct);
        var facts = new MediaFacts();
        var isPassing = false;
        try
        {
            var bytes = await file.ToDecodableAsync(path, original, ct);
            var header = StillDecoder.ReadHeader(bytes);
            facts = facts with { Width = header.Width, Height = header.Height };
            facts = AddThumbHash(facts, Decode(bytes));
        }
        catch (UnreadableMediaException exception)
        {
            (facts, isPassing) = ProbeResult.FromException(facts, exception);
        }

        return new((facts.Damage ?? StillCheck.FindDamage(original)) is { } damage
            ? facts with { Problem = facts.Problem ?? damage, Damage = damage } : facts, isPassing);
    }

    /// <summary>Adds colour and placeholder.</summary>
    /// <param name="facts">The rest.</param>
    /// <param name="small">RGBA, no side longer than <see cref="ThumbHash.MaxSide"/>.</param>
    public static MediaFacts AddThumbHash(MediaFacts facts, PixelBuffer small) => facts with
    {
        Colour = small.ComputeMeanColour(),
        ThumbHash = Convert.ToBase64String(ThumbHash.Encode(small.Width, small.Height, small.Bytes)),
    };

    private static PixelBuffer Decode(byte[] bytes) => StillDecoder.Shrink(
        bytes,
        small =>
        {
            // Of very few pixels the finer waves cannot be told from the coarse ones; spread them out.
            var times = (int)Math.Ceiling(16.0 / Math.Max(small.Width, small.Height));
            using var large = small.Zoom(small.Width < 3 ? Math.Max(3, times) : times, small.Height < 3 ? Math.Max(3, times) : times);
            return PixelBuffer.FromImage(large);
        },
        ThumbHash.MaxSide,
        ThumbHash.MaxSide);
}
