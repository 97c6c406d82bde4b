using Marten;
using Sovia.Storage;

namespace Sovia.MediaFiles.Pictures;

/// <summary>At the start of a site, queues again what waited when the last one ended.</summary>
public sealed partial class RecallPictures(PictureQueue queue, PictureFolder folder, KnownRoots roots, KnownLibraries libraries, ISessionFactory sessions, ILogger<RecallPictures> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await libraries.ForEachAsync(RecallAsync, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotRecalled(exception.Message);
        }
    }

    private async Task RecallAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        await new QueueMissingPictures(session, roots, folder, queue).RunAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which pictures are missing could not be asked: {Reason}; they are built when somebody looks")]
    private partial void LogNotRecalled(string reason);
}
