using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Finds out what the bytes of a picture or clip say.</summary>
public sealed class MediaProbe(FfmpegTools tools)
{
    private readonly ClipProbe _clips = new(tools, new(tools));
    private readonly StillProbe _stills = new(new(tools));
    private readonly FullDecodeCheck _watch = new(tools);

    /// <summary>Which probe this is: of two, the greater one finds out more. One with ffmpeg is greater than the same without.</summary>
    public int Version { get; } = MinVersion + (tools.IsAvailable ? 2 : 0);

    /// <summary>
    /// The least version that knows to look for all that this one does. What an older one has looked at is looked at again: to be raised
    /// above all versions there were, the last of them 6, when a probe comes to find out more of any file than the one before. Where ffmpeg
    /// comes to open more files, only its own step is raised.
    /// </summary>
    public const int MinVersion = 4;

    /// <summary>Whether a clip can be watched to its end, which is done later: see <see cref="FindDecodeDamageAsync"/>.</summary>
    public bool CanDecodeFully => tools.IsAvailable;

    /// <summary>
    /// The facts; a file that cannot be decoded has a <see cref="MediaFacts.Problem"/> and never throws. What could not even be read, or
    /// not in the time there was, bears no version, because another time it may.
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
                "image" => Versioned(await _stills.ProbeAsync(path, ct)),
                "video" or "audio" => Versioned(Told(type, await _clips.ProbeAsync(path, ct))),
                _ => Foreign(new FileInfo(path).Length == 0 ? "The file is empty." : "The file is neither an image nor a video."),
            };
        }
        catch (UnreadableMediaException exception)
        {
            return Versioned(ProbeResult.FromException(new(), exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new() { Problem = "Can't read the file." };
        }
    }

    /// <summary>
    /// Why a clip cannot be decoded to its end, in words for the user; null where it can, and where nothing here can tell.
    /// </summary>
    /// <exception cref="UnreadableMediaException">ffmpeg cannot be started at the moment.</exception>
    public Task<string?> FindDecodeDamageAsync(string path, CancellationToken ct) => _watch.FindDamageAsync(path, ct);

    // That browsers do not play a container is known for certain; why ffmpeg could not open it matters less, unless it is damaged.
    private static ProbeResult Told(MediaType type, ProbeResult probed) =>
        ContentMismatch.DescribeUnplayable(type, probed.Facts.Width is not null) is { } problem
        ? probed with { Facts = probed.Facts with { Problem = probed.Facts.Damage ?? problem } } : probed;

    private MediaFacts Versioned(ProbeResult probed) => probed.IsTransient ? probed.Facts : probed.Facts with { Version = Version };

    private MediaFacts Foreign(string problem) => new() { Version = Version, Problem = problem, Damage = problem };
}
