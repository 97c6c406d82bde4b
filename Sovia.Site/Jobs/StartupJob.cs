namespace Sovia.Jobs;

/// <summary>
/// Upkeep that is looked at when a site starts, which may be a newer one. It notes by itself how far it is, and goes on there.
/// </summary>
/// <param name="name">The kind's name.</param>
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

    /// <summary>Does what is left of it.</summary>
    protected abstract Task RunAsync(CancellationToken ct);
}
