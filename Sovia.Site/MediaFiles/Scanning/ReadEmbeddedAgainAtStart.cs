using Sovia.Storage;

namespace Sovia.MediaFiles.Scanning;

/// <summary>At the start of a site, which may be a newer one, understands anew what an older one has read from files.</summary>
public sealed partial class ReadEmbeddedAgainAtStart(ReadEmbeddedAgain again, KnownLibraries libraries, ILogger<ReadEmbeddedAgainAtStart> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await libraries.ForEachAsync(async ct => { if (await again.RunAsync(ct) is > 0 and var count) LogUnderstood(count); }, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, the next start tries again; an exception that leaves here would end the site.
            if (!stoppingToken.IsCancellationRequested) LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What {Count} files say of themselves is understood otherwise now")]
    private partial void LogUnderstood(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "What files say of themselves was not all understood anew")]
    private partial void LogFailed(Exception exception);
}
