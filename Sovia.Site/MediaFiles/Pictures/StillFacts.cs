using Sovia.MediaFiles.Soundness;

namespace Sovia.MediaFiles.Pictures;

/// <summary>What a picture file says.</summary>
internal sealed class StillFacts(StillFile file)
{
    /// <summary>Measures by the header, decodes it small and looks whether all of it is there; a picture cut short keeps its measures and says so.</summary>
    /// <exception cref="UnshowableException">Nothing can be told.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<ProbedFacts> OfAsync(string path, CancellationToken ct)
    {
        var original = await StillDecoder.ReadAsync(path, ct);
        var facts = new MediaFacts();
        var isPassing = false;
        try
        {
            var bytes = await file.DecodableAsync(path, original, ct);
            var header = StillDecoder.Measure(bytes);
            facts = facts with { Width = header.Width, Height = header.Height };
            facts = Paint(facts, Decode(bytes));
        }
        catch (UnshowableException exception)
        {
            (facts, isPassing) = ProbedFacts.Of(facts, exception);
        }

        return new((facts.Damage ?? StillCheck.FaultOf(original)) is { } damage ? facts with { Problem = facts.Problem ?? damage, Damage = damage } : facts, isPassing);
    }

    /// <summary>Adds colour and placeholder.</summary>
    /// <param name="facts">The rest.</param>
    /// <param name="small">RGBA, no side longer than <see cref="ThumbHash.Longest"/>.</param>
    public static MediaFacts Paint(MediaFacts facts, Pixels small) => facts with
    {
        Colour = small.MeanColour(),
        ThumbHash = Convert.ToBase64String(ThumbHash.Encode(small.Width, small.Height, small.Bytes)),
    };

    private static Pixels Decode(byte[] bytes) => StillDecoder.Shrink(
        bytes,
        small =>
        {
            // Of very few pixels the finer waves cannot be told from the coarse ones; spread them out.
            var times = (int)Math.Ceiling(16.0 / Math.Max(small.Width, small.Height));
            using var large = small.Zoom(small.Width < 3 ? Math.Max(3, times) : times, small.Height < 3 ? Math.Max(3, times) : times);
            return Pixels.Of(large);
        },
        ThumbHash.Longest,
        ThumbHash.Longest);
}
