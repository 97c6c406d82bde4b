using Sovia.Jobs;

namespace Sovia.Prompts;

/// <summary>
/// Applies pending changes to the prompt table in the background. Page requests do not wait for the job.
/// </summary>
public sealed class PromptsJob(UpdatePromptTable derive, TimeProvider clock) : IJob
{
    /// <summary>The name of this kind of job.</summary>
    public const string JobName = "prompts";

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) => await derive.HasPendingAsync(ct) ? [JobName] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        while (true)
        {
            var (startTimestamp, newestChangeId) = (clock.GetTimestamp(), await derive.ReadNewestChangeIdAsync(ct));
            if (!await derive.UpdateNextAsync(ct)) return;
            var elapsed = clock.GetElapsedTime(startTimestamp);
            // Leaves half of the time to other work, or nine tenths while an import keeps adding changes.
            var pause = await derive.ReadNewestChangeIdAsync(ct) == newestChangeId ? elapsed : 9 * elapsed;
            await Task.Delay(pause < MaxPause ? pause : MaxPause, clock, ct);
        }
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;
}
