using Sovia.Storage;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Has clips watched that a scan or an upload has taken in: here, in another process, or in one that died.</summary>
public sealed partial class WatchWorker(WatchClips clips, KnownLibraries libraries, WatchBell bell, ILogger<WatchWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await libraries.ForEachAsync(WatchAsync, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it is, the clips still wait; an exception that leaves here would end the site.
                LogFailed(exception.Message);
            }
            await bell.HearAsync(stoppingToken);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        if (await clips.RunAsync(ct) is > 0 and var count) LogDamaged(count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} clips are damaged: not all of them can be decoded")]
    private partial void LogDamaged(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clips could not be watched to their end: {Reason}; they are later")]
    private partial void LogFailed(string reason);
}
