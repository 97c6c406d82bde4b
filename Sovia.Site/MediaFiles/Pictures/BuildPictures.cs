using System.Collections.Concurrent;

namespace Sovia.MediaFiles.Pictures;

/// <summary>
/// Builds each picture once, however many ask at once: who comes later waits for the build that is under way. A build belongs to nobody,
/// so it goes on when the one who began it leaves.
/// </summary>
public sealed partial class BuildPictures(PictureFolder folder, ContentHash hashes, FailedPictures failed, BuildTurns turns, FrameTools tools, ILogger<BuildPictures> logger)
{
    private readonly ConcurrentDictionary<PictureKey, Lazy<Task>> _underWay = [];
    private readonly DrawClip _clips = new(tools);
    private readonly StillFile _stills = new(tools);
    private int _built;

    /// <summary>How many pictures this process has built.</summary>
    public int Built => _built;

    /// <summary>Makes sure that a picture lies in the folder.</summary>
    /// <param name="key">Which.</param>
    /// <param name="source">What to build it from.</param>
    /// <param name="wanted">Whether someone waits for it; else it is built ahead of time, when it is quiet.</param>
    /// <param name="ct">Ends the waiting, not the build.</param>
    /// <returns>Why it cannot be built, in words for the user; null where it is there.</returns>
    public async Task<string?> EnsureAsync(PictureKey key, PictureSource source, bool wanted, CancellationToken ct)
    {
        if (folder.Holds(key)) return null;
        if (failed.ReasonOf(key) is { } known) return known;
        try
        {
            await ShareAsync(key, () => TakeTurnAsync(key, source, wanted)).WaitAsync(ct);
            return null;
        }
        catch (UnshowableException exception)
        {
            if (!exception.IsPassing || exception.IsBusy) failed.Add(key, exception.Message, exception.IsBusy);
            LogFailed(key.Sha256, key.Variant.Name, exception.Message, exception.InnerException?.Message);
            return exception.Message;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The drive may be back, or the disk cleared, a moment later: not remembered.
            LogFailed(key.Sha256, key.Variant.Name, exception.Message, null);
            return "Can't read the file or write its thumbnail.";
        }
    }

    private async Task ShareAsync(PictureKey key, Func<Task> build)
    {
        var mine = _underWay.GetOrAdd(key, _ => new(() => Task.Run(build)));
        try
        {
            await mine.Value;
        }
        finally
        {
            _underWay.TryRemove(new(key, mine));
        }
    }

    private async Task TakeTurnAsync(PictureKey key, PictureSource source, bool wanted)
    {
        using var turn = wanted ? await turns.TakeAsync(CancellationToken.None) : null;
        if (folder.Holds(key)) return;
        await CheckAsync(source);
        await BuildAsync(key, source);
    }

    // What is under an immutable address must be of these very bytes.
    private async Task CheckAsync(PictureSource source)
    {
        if (await hashes.OfAsync(source.Path, CancellationToken.None) != source.Sha256)
            throw new UnshowableException("The file has changed since the last scan.") { IsPassing = true };
    }

    private async Task BuildAsync(PictureKey key, PictureSource source)
    {
        var path = source.Path;
        var isClip = await DrawClip.IsClipAsync(path, CancellationToken.None);
        if (isClip && key.Variant != PictureVariant.Poster && key.Variant != PictureVariant.Sprite)
        {
            var poster = new PictureKey(key.Sha256, PictureVariant.Poster, PictureFormat.Webp);
            if (!folder.Holds(poster)) await ShareAsync(poster, () => BuildAsync(poster, source));
            await using var frame = folder.Open(poster) ?? throw new UnshowableException("The thumbnail of the video is missing.") { IsPassing = true };
            path = frame.Name;
        }

        var bytes = key.Variant == PictureVariant.Poster ? await _clips.PosterAsync(path, CancellationToken.None)
            : key.Variant != PictureVariant.Sprite ? DrawPicture.Still(await _stills.ReadAsync(path, CancellationToken.None), key.Variant, key.Format)
            : isClip ? await _clips.SpriteAsync(path, key.Format, CancellationToken.None)
            : throw new UnshowableException("An image has no video preview.");
        // Somebody may have written to it while it was read.
        await CheckAsync(source);
        await folder.WriteAsync(key, bytes, CancellationToken.None);
        Interlocked.Increment(ref _built);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No picture {Variant} of {Sha256}: {Reason} {Detail}")]
    private partial void LogFailed(string sha256, string variant, string reason, string? detail);
}
