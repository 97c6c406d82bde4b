using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Enqueues jobs with pending items that are not queued, because a process died between commit and enqueuing, or because another node
/// held the lock when the job ran.
/// </summary>
internal sealed partial class SweepJobs(
    IServiceScopeFactory scopes, JobQueueStore store, JobQueues queues, JobWakeSignal wakeSignal, JobRowStore rows,
    ActiveLibraries libraries, TimeProvider clock, ILogger<SweepJobs> logger)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Library, string Job), long> lastSweeps = [];

    /// <summary>Sweeps at once and then every five seconds or on a signal, until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        for (IReadOnlySet<string> signalledJobs = new HashSet<string>(); ; signalledJobs = await wakeSignal.WaitAsync(SweepInterval, ct))
            try
            {
                await libraries.ForEachAsync(ct => SweepAsync(CurrentLibrary.Id, signalledJobs, ct), ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // Any error is retried by the next sweep.
                if (DatabaseErrorClassifier.IsTransient(e)) LogDatabaseAway(e.Message);
                else LogFault(e);
            }
    }

    private async Task SweepAsync(string library, IReadOnlySet<string> signalledJobs, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staleRows = await rows.ListStaleAsync(ct);
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
        {
            var isFirst = !lastSweeps.TryGetValue((library, job.Name), out var lastSweep);
            // Allows for a timer that fires early.
            if (!isFirst && !signalledJobs.Contains(job.Name)
                && (job.PollInterval < TimeSpan.Zero || clock.GetElapsedTime(lastSweep) < job.PollInterval - SweepInterval / 2)) continue;
            try
            {
                var pendingItems = await job.FindPendingAsync(ct);
                await rows.DeleteStaleAsync(job, pendingItems, staleRows, ct);
                if (pendingItems.Count > 0) await EnqueueIfMissingAsync(job, library, isFirst, ct);
                lastSweeps[(library, job.Name)] = clock.GetTimestamp();
            }
            catch (Exception e) when (!ct.IsCancellationRequested && !DatabaseErrorClassifier.IsTransient(e))
            {
                // A failing kind must not block the others; the next sweep tries it again.
                LogFault(e);
            }
        }
    }

    private async Task EnqueueIfMissingAsync(IJob job, string library, bool isFirst, CancellationToken ct)
    {
        var queue = queues.GetQueueName(job);
        // A call of the previous process may still be leased to it, so the first sweep always enqueues; the lock shows whether that process
        // lives.
        if (isFirst || !await store.IsQueuedAsync(queue, job.Name, library, ct)) await store.EnqueueAsync(queue, job.Name, library, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Can't check jobs. Retrying soon.")]
    private partial void LogFault(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not respond ({Reason}). Jobs continue when it does.")]
    private partial void LogDatabaseAway(string reason);
}
