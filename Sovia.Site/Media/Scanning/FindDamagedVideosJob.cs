using Sovia.Jobs;

namespace Sovia.Media.Scanning;

/// <summary>Fully decodes the videos that a scan or an upload added.</summary>
public sealed partial class FindDamagedVideosJob(FindDamagedVideos clips, ILogger<FindDamagedVideosJob> logger) : IJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "watch clips";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    // A video that could not be checked stays pending, and must not be retried constantly.
    /// <inheritdoc/>
    public TimeSpan PollInterval => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) => await clips.HasPendingAsync(ct) ? [JobName] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await clips.RunAsync(ct) is > 0 and var count) LogDamaged(count);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} videos are damaged: they can't be decoded completely")]
    private partial void LogDamaged(int count);
}
