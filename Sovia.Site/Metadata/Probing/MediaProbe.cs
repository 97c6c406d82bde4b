using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Reads facts from the content of images and videos.</summary>
public sealed class MediaProbe(FfmpegTools tools)
{
    private readonly VideoProbe _clips = new(tools, new(tools));
    private readonly ImageProbe _stills = new(new(tools));
    private readonly FullDecodeCheck _fullDecode = new(tools);

    /// <summary>
    /// Version of this probe. A higher version finds more facts; a probe with ffmpeg has a higher version than the same without.
    /// </summary>
    public int Version { get; } = MinVersion + (tools.IsAvailable ? 2 : 0);

    /// <summary>
    /// The lowest version with the same checks; files probed by an older version are probed again. If a new probe finds more in any
    /// file, set this above all previous versions (the last is 6). If ffmpeg opens more files, raise only the ffmpeg increment of
    /// <see cref="Version"/>.
    /// </summary>
    public const int MinVersion = 4;

    /// <summary>Whether videos can be fully decoded, which is done later: see <see cref="FindDecodeDamageAsync"/>.</summary>
    public bool CanDecodeFully => tools.IsAvailable;

    /// <summary>
    /// Returns the facts. Never throws for a file that cannot be decoded, but sets <see cref="MediaProperties.Problem"/>. Leaves the
    /// version unset if the file could not be read or the probe timed out, because a later probe may succeed.
    /// </summary>
    /// <param name="path">A regular file.</param>
    /// <param name="type">The type detected from the first bytes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<MediaProperties> ProbeAsync(string path, MediaType type, CancellationToken ct)
    {
        try
        {
            return type.Mime.Split('/')[0] switch
            {
                "image" => SetVersion(await _stills.ProbeAsync(path, ct)),
                "video" or "audio" => SetVersion(ReplaceProblem(type, await _clips.ProbeAsync(path, ct))),
                _ => CreateUnsupported(new FileInfo(path).Length == 0 ? "The file is empty." : "The file is neither an image nor a video."),
            };
        }
        catch (UnreadableMediaException exception)
        {
            return SetVersion(ProbeResult.FromException(new(), exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new() { Problem = "Can't read the file." };
        }
    }

    /// <summary>
    /// Returns why a video cannot be decoded completely, as a message for the user; null if it can, or if this cannot be checked here.
    /// </summary>
    /// <exception cref="UnreadableMediaException">ffmpeg cannot be started at the moment.</exception>
    public Task<string?> FindDecodeDamageAsync(string path, CancellationToken ct) => _fullDecode.FindDamageAsync(path, ct);

    // Browsers cannot play this container, which matters more than the reason why ffmpeg failed, unless the file is damaged.
    private static ProbeResult ReplaceProblem(MediaType type, ProbeResult result) =>
        ContentMismatchMessages.DescribeUnplayable(type, result.Facts.Width is not null) is { } problem
        ? result with { Facts = result.Facts with { Problem = result.Facts.Damage ?? problem } } : result;

    private MediaProperties SetVersion(ProbeResult result) => result.IsTransient ? result.Facts : result.Facts with { Version = Version };

    private MediaProperties CreateUnsupported(string problem) => new() { Version = Version, Problem = problem, Damage = problem };
}
