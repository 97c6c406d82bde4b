namespace Sovia.Jobs;

/// <summary>
/// Maintenance that runs when a site starts, which may be a newer version. The job records its own progress and resumes where it stopped.
/// </summary>
/// <param name="name">The job kind's name.</param>
public abstract class StartupJob(string name) : IJob
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public virtual JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public virtual string ConcurrencyGroup => name;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public TimeSpan PollInterval => Timeout.InfiniteTimeSpan;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([name]);

    /// <inheritdoc/>
    public Task RunAsync(string item, CancellationToken ct) => RunAsync(ct);

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Does the remaining work.</summary>
    protected abstract Task RunAsync(CancellationToken ct);
}
