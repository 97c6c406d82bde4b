using Sovia.Jobs;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Watches clips to their end that a scan or an upload has taken in.</summary>
public sealed partial class WatchJob(WatchClips clips, ILogger<WatchJob> logger) : IJob
{
    /// <summary>The kind's name.</summary>
    public const string JobName = "watch clips";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobPlace Place => JobPlace.Anywhere;

    /// <inheritdoc/>
    public bool IsLong => true;

    // One that could not be watched waits for the next time, and is not to be tried all the time.
    /// <inheritdoc/>
    public TimeSpan LookEvery => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken ct) => await clips.AnyAsync(ct) ? [JobName] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await clips.RunAsync(ct) is > 0 and var count) LogDamaged(count);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} clips are damaged: not all of them can be decoded")]
    private partial void LogDamaged(int count);
}
