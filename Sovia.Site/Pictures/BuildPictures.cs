using System.Collections.Concurrent;
using Sovia.Media;
using Sovia.Metadata.Decoding;

namespace Sovia.Pictures;

/// <summary>
/// Builds each picture once: concurrent callers share one build. A build is not tied to a caller, so it continues if the first caller
/// cancels.
/// </summary>
public sealed partial class BuildPictures(PictureFolder folder, ContentHashCache hashes, FailedPictureCache failed, BuildThrottle throttle,
    FfmpegTools tools, ILogger<BuildPictures> logger)
{
    private readonly ConcurrentDictionary<PictureKey, Lazy<Task>> _builds = [];
    private readonly VideoPictureRenderer _clipRenderer = new(tools);
    private readonly DecodableImageReader _stillReader = new(tools);
    private int _builtCount;

    /// <summary>Number of pictures this process has built.</summary>
    public int BuiltCount => _builtCount;

    /// <summary>Ensures that a picture is in the folder.</summary>
    /// <param name="key">The picture.</param>
    /// <param name="source">The file to build it from.</param>
    /// <param name="wanted">Whether a request waits for the picture; otherwise it is built ahead of time, when the server is idle.</param>
    /// <param name="ct">Cancels the wait, not the build.</param>
    /// <returns>Why the picture cannot be built, as a message for the user; null if it exists.</returns>
    public async Task<string?> EnsureBuiltAsync(PictureKey key, PictureSource source, bool wanted, CancellationToken ct)
    {
        if (folder.Contains(key)) return null;
        if (failed.FindReason(key) is { } cachedReason) return cachedReason;
        try
        {
            await ShareBuildAsync(key, () => BuildThrottledAsync(key, source, wanted)).WaitAsync(ct);
            return null;
        }
        catch (UnreadableMediaException exception)
        {
            if (!exception.IsTransient || exception.IsBusy) failed.Add(key, exception.Message, exception.IsBusy);
            LogFailed(key.Sha256, key.Variant.Name, exception.Message, exception.InnerException?.Message);
            return exception.Message;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not cached, because the drive may be back or the disk have space a moment later.
            LogFailed(key.Sha256, key.Variant.Name, exception.Message, null);
            return "Can't read the file or write its thumbnail.";
        }
    }

    private async Task ShareBuildAsync(PictureKey key, Func<Task> build)
    {
        var sharedBuild = _builds.GetOrAdd(key, _ => new(() => Task.Run(build)));
        try
        {
            await sharedBuild.Value;
        }
        finally
        {
            _builds.TryRemove(new(key, sharedBuild));
        }
    }

    private async Task BuildThrottledAsync(PictureKey key, PictureSource source, bool isRequested)
    {
        using var slot = isRequested ? await throttle.AcquireAsync(CancellationToken.None) : null;
        if (folder.Contains(key)) return;
        await EnsureUnchangedAsync(source);
        await BuildAsync(key, source);
    }

    // A picture under an immutable URL must come from exactly this content.
    private async Task EnsureUnchangedAsync(PictureSource source)
    {
        if (await hashes.GetAsync(source.Path, CancellationToken.None) != source.Sha256)
            throw new UnreadableMediaException("The file has changed since the last scan.") { IsTransient = true };
    }

    private async Task BuildAsync(PictureKey key, PictureSource source)
    {
        var path = source.Path;
        var isClip = await VideoPictureRenderer.IsClipAsync(path, CancellationToken.None);
        if (isClip && key.Variant != PictureVariant.Poster && key.Variant != PictureVariant.Sprite)
        {
            var poster = new PictureKey(key.Sha256, PictureVariant.Poster, PictureFormat.Webp);
            if (!folder.Contains(poster)) await ShareBuildAsync(poster, () => BuildAsync(poster, source));
            await using var frame = folder.Open(poster)
                ?? throw new UnreadableMediaException("The thumbnail of the video is missing.") { IsTransient = true };
            path = frame.Name;
        }

        var bytes = key.Variant == PictureVariant.Poster ? await _clipRenderer.RenderPosterAsync(path, CancellationToken.None)
            : key.Variant != PictureVariant.Sprite
            ? PictureEncoder.EncodeStill(await _stillReader.ReadAsync(path, CancellationToken.None), key.Variant, key.Format)
            : isClip ? await _clipRenderer.RenderSpriteAsync(path, key.Format, CancellationToken.None)
            : throw new UnreadableMediaException("An image has no video preview.");
        // The file may have been modified while it was read.
        await EnsureUnchangedAsync(source);
        await folder.WriteAsync(key, bytes, CancellationToken.None);
        Interlocked.Increment(ref _builtCount);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Can't create the {Variant} thumbnail of {Sha256}: {Reason} {Detail}")]
    private partial void LogFailed(string sha256, string variant, string reason, string? detail);
}
