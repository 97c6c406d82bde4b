namespace Sovia.MediaFiles.Pictures;

/// <summary>What a picture file says.</summary>
internal sealed class StillFacts(StillFile file)
{
    /// <summary>Measures by the header, then decodes it small; a picture cut short keeps its measures and says so.</summary>
    /// <exception cref="UnshowableException">Not even its size can be told.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<MediaFacts> OfAsync(string path, CancellationToken ct)
    {
        var bytes = await file.ReadAsync(path, ct);
        var header = StillDecoder.Measure(bytes);
        var facts = new MediaFacts { Width = header.Width, Height = header.Height };
        try
        {
            return Paint(facts, Decode(bytes));
        }
        catch (UnshowableException exception)
        {
            return facts with { Problem = exception.Message };
        }
    }

    /// <summary>Adds colour and placeholder.</summary>
    /// <param name="facts">The rest.</param>
    /// <param name="small">RGBA, no side longer than <see cref="ThumbHash.Longest"/>.</param>
    public static MediaFacts Paint(MediaFacts facts, Pixels small) => facts with
    {
        Colour = small.MeanColour(),
        ThumbHash = Convert.ToBase64String(ThumbHash.Encode(small.Width, small.Height, small.Bytes)),
    };

    private static Pixels Decode(byte[] bytes) => StillDecoder.Guard(() =>
    {
        using var small = StillDecoder.Shrink(bytes, ThumbHash.Longest, ThumbHash.Longest);

        // Of very few pixels the finer waves cannot be told from the coarse ones; spread them out.
        var times = (int)Math.Ceiling(16.0 / Math.Max(small.Width, small.Height));
        using var large = small.Zoom(small.Width < 3 ? Math.Max(3, times) : times, small.Height < 3 ? Math.Max(3, times) : times);
        return Pixels.Of(large);
    });
}
