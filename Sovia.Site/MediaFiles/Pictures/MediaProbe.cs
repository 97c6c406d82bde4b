namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds out what the bytes of a picture or clip say.</summary>
public sealed class MediaProbe(FrameTools tools)
{
    private readonly ClipFacts _clips = new(tools, new(tools));

    /// <summary>The facts; a file that cannot be decoded has a <see cref="MediaFacts.Problem"/> and never throws.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="type">What its first bytes say it is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<MediaFacts> ProbeAsync(string path, MediaType type, CancellationToken ct)
    {
        try
        {
            return type.Mime.Split('/')[0] switch
            {
                "image" => await StillFacts.OfAsync(path, ct),
                "video" or "audio" => await _clips.OfAsync(path, ct),
                _ => new() { Problem = new FileInfo(path).Length == 0 ? "The file is empty." : "The bytes are neither a picture nor a clip." },
            };
        }
        catch (UnshowableException exception)
        {
            return new() { Problem = exception.Message };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new() { Problem = "The file cannot be read." };
        }
    }
}
