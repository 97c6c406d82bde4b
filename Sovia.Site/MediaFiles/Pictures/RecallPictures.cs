using Marten;

namespace Sovia.MediaFiles.Pictures;

/// <summary>At the start of a site, queues again what waited when the last one ended.</summary>
public sealed partial class RecallPictures(PictureQueue queue, PictureFolder folder, KnownRoots roots, ISessionFactory sessions, ILogger<RecallPictures> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var session = sessions.QuerySession();
            await new QueueMissingPictures(session, roots, folder, queue).RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRecalled(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which pictures are missing could not be asked: {Reason}; they are built when somebody looks")]
    private partial void LogNotRecalled(string reason);
}
