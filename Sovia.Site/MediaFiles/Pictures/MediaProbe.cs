namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds out what the bytes of a picture or clip say.</summary>
public sealed class MediaProbe(FrameTools tools)
{
    // To be raised when a probe comes to find out more than the one before.
    private const int Generation = 1;

    private readonly ClipFacts _clips = new(tools, new(tools));
    private readonly StillFacts _stills = new(new(tools));

    /// <summary>Which probe this is: of two, the greater one finds out more. One with ffmpeg is greater than the same without.</summary>
    public int Version { get; } = 2 * Generation + (tools.Available ? 1 : 0);

    /// <summary>
    /// The facts; a file that cannot be decoded has a <see cref="MediaFacts.Problem"/> and never throws. What could not even be read bears
    /// no version, because another time it may.
    /// </summary>
    /// <param name="path">A regular file.</param>
    /// <param name="type">What its first bytes say it is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<MediaFacts> ProbeAsync(string path, MediaType type, CancellationToken ct)
    {
        try
        {
            return type.Mime.Split('/')[0] switch
            {
                "image" => await _stills.OfAsync(path, ct) with { Version = Version },
                "video" or "audio" => await _clips.OfAsync(path, ct) with { Version = Version },
                _ => new() { Version = Version, Problem = new FileInfo(path).Length == 0 ? "The file is empty." : "The bytes are neither a picture nor a clip." },
            };
        }
        catch (UnshowableException exception)
        {
            return new() { Version = Version, Problem = exception.Message };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new() { Problem = "The file cannot be read." };
        }
    }
}
