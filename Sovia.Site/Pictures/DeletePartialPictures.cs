using Sovia.Media;

namespace Sovia.Pictures;

/// <summary>
/// Deletes the partial files of killed processes at startup, and once more when the files that were too recent at startup are old enough to
/// be leftovers.
/// </summary>
public sealed partial class DeletePartialPictures(PictureFolder folder, UploadFolder uploadFolder, TimeProvider clock,
    ILogger<DeletePartialPictures> logger) : BackgroundService
{
    private static readonly TimeSpan SecondRunDelay = PictureFolder.LeftoverAge + TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        DeleteAll();
        await Task.Delay(SecondRunDelay, clock, stoppingToken);
        DeleteAll();
    }

    private void DeleteAll()
    {
        try
        {
            var uploadedBefore = clock.GetUtcNow() - PictureFolder.LeftoverAge;
            if (folder.DeletePartialFiles() + uploadFolder.DeletePartialFiles(uploadedBefore) is > 0 and var count)
                LogLeftovers(count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogFailed(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} incomplete files of an earlier process")]
    private partial void LogLeftovers(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Can't remove incomplete files of an earlier process: {Reason}")]
    private partial void LogFailed(string reason);
}
