namespace Sovia.Similarity;

/// <summary>Keeps the similarity indexes of this process up to date, off the path of requests.</summary>
public sealed partial class FollowLibraries(LibrarySimilarity similarity, TimeProvider clock, ILogger<FollowLibraries> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var library in similarity.Libraries)
                try
                {
                    await similarity.FollowAsync(library, stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    if (!stoppingToken.IsCancellationRequested) LogBehind(e.Message);
                }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Similar posts are behind the library: {Reason}")]
    private partial void LogBehind(string reason);
}
