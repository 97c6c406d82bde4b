using Sovia.Jobs;
using Sovia.Metadata.Decoding;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// Builds queued pictures one by one while no request waits for any. Skips a file that fails and continues with the rest.
/// </summary>
public sealed partial class PictureJob(PictureQueue queue, BuildPictures build, BuildThrottle throttle, FfmpegTools tools, NodeId node,
    ILogger<PictureJob> logger) : IJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "pictures";

    // The variants the gallery shows first.
    private static readonly PictureVariant[] VariantOrder = [PictureVariant.Widths[1], PictureVariant.Widths[0], PictureVariant.Widths[2]];

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.NodeWithFiles;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    // Each node has its own pictures.
    /// <inheritdoc/>
    public string ConcurrencyGroup => $"{JobName} of {node.Value}";

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(queue is { WaitingCount: > 0, IsPaused: false } ? [JobName] : []);

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        await foreach (var source in queue.DequeueAllAsync(ct))
        {
            try
            {
                await BuildAsync(source, ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Any error concerns only this file, so continue.
                LogFailed(exception, source.Sha256);
            }
        }
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    private async Task BuildAsync(PictureSource source, CancellationToken ct)
    {
        foreach (var variant in await GetVariantsAsync(source, ct))
        {
            await throttle.WaitUntilIdleAsync(ct);

            // If one width fails, the others will fail too.
            if (await build.EnsureBuiltAsync(new(source.Sha256, variant, PictureFormat.Webp), source, wanted: false, ct) is not null)
                return;
        }
    }

    private async Task<IReadOnlyList<PictureVariant>> GetVariantsAsync(PictureSource source, CancellationToken ct)
    {
        try
        {
            if (!await VideoPictureRenderer.IsClipAsync(source.Path, ct)) return VariantOrder;
            return tools.IsAvailable ? [.. VariantOrder, PictureVariant.Sprite] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't create thumbnails of {Sha256}")]
    private partial void LogFailed(Exception exception, string sha256);
}
