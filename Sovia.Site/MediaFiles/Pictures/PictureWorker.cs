using Sovia.Storage;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Builds queued pictures one by one while nobody waits for any. One that fails is left; the rest goes on.</summary>
public sealed partial class PictureWorker(PictureQueue queue, BuildPictures build, BuildTurns turns, FrameTools tools, ILogger<PictureWorker> logger) : BackgroundService
{
    // What the gallery shows first comes first.
    private static readonly PictureVariant[] Order = [PictureVariant.Widths[1], PictureVariant.Widths[0], PictureVariant.Widths[2]];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var (library, source) in queue.ReadAsync(stoppingToken))
        {
            using var entered = CurrentLibrary.Enter(library);
            try
            {
                await BuildAsync(source, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it is, it is this file's; an exception that leaves here would end the site.
                LogFailed(exception, source.Sha256);
            }
        }
    }

    private async Task BuildAsync(PictureSource source, CancellationToken ct)
    {
        foreach (var variant in await VariantsOfAsync(source, ct))
        {
            await turns.WhenQuietAsync(ct);

            // If one width cannot be made, no other can.
            if (await build.EnsureAsync(new(source.Sha256, variant, PictureFormat.Webp), source, wanted: false, ct) is not null) return;
        }
    }

    private async Task<IReadOnlyList<PictureVariant>> VariantsOfAsync(PictureSource source, CancellationToken ct)
    {
        try
        {
            if (!await DrawClip.IsClipAsync(source.Path, ct)) return Order;
            return tools.Available ? [.. Order, PictureVariant.Sprite] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The pictures of {Sha256} could not be built")]
    private partial void LogFailed(Exception exception, string sha256);
}
