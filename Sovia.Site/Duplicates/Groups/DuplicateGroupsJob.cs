using Sovia.Jobs;

namespace Sovia.Duplicates.Groups;

/// <summary>Rebuilds the groups when their inputs have changed.</summary>
public sealed class DuplicateGroupsJob(RebuildDuplicateGroups derive) : IJob
{
    /// <summary>The name of this kind of job.</summary>
    public const string JobName = "duplicates";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public TimeSpan PollInterval => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) => await derive.IsStaleAsync(ct) ? [JobName] : [];

    /// <inheritdoc/>
    public Task RunAsync(string item, CancellationToken ct) => derive.RunAsync(ct);

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;
}
