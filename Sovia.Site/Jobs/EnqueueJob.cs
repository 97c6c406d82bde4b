using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Wakes the job engine for a newly committed item. <see cref="SweepJobs"/> finds items for which this was not called.</summary>
public sealed partial class EnqueueJob(JobQueueStore store, JobQueues queues, IServiceScopeFactory scopes, ILogger<EnqueueJob> logger)
{
    /// <summary>
    /// Makes a kind of job look for items of the current library. Never throws if this fails, because the item is already committed.
    /// </summary>
    /// <param name="name">The job kind's name.</param>
    /// <param name="node">The node whose files the item needs; null for this one.</param>
    public async Task RunAsync(string name, string? node = null)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await store.EnqueueAsync(queues.GetQueueName(scope.ServiceProvider.GetJob(name), node), name, CurrentLibrary.Id,
                CancellationToken.None);
        }
        catch (Exception e) when (DatabaseErrorClassifier.FindNpgsqlException(e) is not null)
        {
            LogNotQueued(name, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Can't enqueue the job {Job} ({Reason}). The next sweep will start it.")]
    private partial void LogNotQueued(string job, string reason);
}
