using Sovia.Storage;

namespace Sovia.MediaFiles.Scanning;

/// <summary>At the start of a site, which is when a decoder may have come, probes those files again that lacked one.</summary>
public sealed partial class ProbeAgainAtStart(ProbeAgain again, KnownLibraries libraries, ILogger<ProbeAgainAtStart> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await libraries.ForEachAsync(async ct => { if (await again.RunAsync(ct) is > 0 and var count) LogLearnt(count); }, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, the next start tries again; an exception that leaves here would end the site.
            if (!stoppingToken.IsCancellationRequested) LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "More is known now of {Count} files that could not be probed before")]
    private partial void LogLearnt(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files that could not be probed before were not all probed again")]
    private partial void LogFailed(Exception exception);
}
