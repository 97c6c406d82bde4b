using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Wakes the engine for what was just committed. An item that nobody wakes it for is found by <see cref="SweepJobs"/>.</summary>
public sealed partial class EnqueueJob(JobQueueStore store, JobQueues queues, IServiceScopeFactory scopes, ILogger<EnqueueJob> logger)
{
    /// <summary>
    /// Has a kind of job look for items of the current library. The item itself is safe in the database, so nothing is thrown where this
    /// fails.
    /// </summary>
    /// <param name="name">The kind's name.</param>
    /// <param name="node">The node whose files it needs; null for this one.</param>
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
            LogLater(name, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A job of kind {Job} could not be queued ({Reason}); it is found in a moment")]
    private partial void LogLater(string job, string reason);
}
