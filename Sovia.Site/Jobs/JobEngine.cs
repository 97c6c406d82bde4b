using Hangfire.Server;
using Hangfire.States;

namespace Sovia.Jobs;

/// <summary>Runs queued jobs in this process, from the site's start to its stop.</summary>
internal sealed partial class JobEngine(JobQueueStore store, JobQueues queues, RunJobActivator activation, SweepJobs sweep,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<JobEngine> logger)
    : BackgroundService
{
    // In addition, one worker each is reserved for shared short work and for local long work.
    private const int ShortWorkers = 3, LongWorkers = 4;

    private static readonly TimeSpan ShortDelay = TimeSpan.FromSeconds(1), LongDelay = TimeSpan.FromSeconds(30),
        MaxShutdownTime = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WaitForStartAsync(stoppingToken);
            using var server = await StartServerAsync(stoppingToken);
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            finally
            {
                // Running work is cancelled at once and queued again.
                server.SendStop();
                await server.WaitForShutdownAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    // Waits until shortly after the site has started, because the first page does not need jobs.
    private async Task WaitForStartAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(ct);
        await Task.Delay(ShortDelay, clock, ct);
    }

    private async Task<BackgroundProcessingServer> StartServerAsync(CancellationToken ct)
    {
        while (true)
            try
            {
                var storage = await store.OpenAsync(ct);
                var performer = new BackgroundJobPerformer(JobQueueStore.Filters, activation, TaskScheduler.Default);
                var stateChanger = new BackgroundJobStateChanger(JobQueueStore.Filters);
                return new(
                    storage,
                    [
                        new Worker(queues.ShortQueues, performer, stateChanger).UseBackgroundPool(ShortWorkers),
                        new Worker(queues.SharedShortQueues, performer, stateChanger).UseBackgroundPool(1),
                        new Worker(queues.LongQueues, performer, stateChanger).UseBackgroundPool(LongWorkers),
                        new Worker(queues.LocalLongQueues, performer, stateChanger).UseBackgroundPool(1),
                    ],
                    new Dictionary<string, object>
                    {
                        ["Queues"] = queues.ShortQueues.Concat(queues.LongQueues).ToArray(),
                        ["WorkerCount"] = ShortWorkers + LongWorkers
                        + 2
                    },
                    new()
                    {
                        HeartbeatInterval = TimeSpan.FromSeconds(5),
                        ServerTimeout = TimeSpan.FromMinutes(2),
                        RestartDelay = ShortDelay,
                        RetryDelay = _ => ShortDelay,
                        ShutdownTimeout = MaxShutdownTime,
                    });
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogNotStarted(e);
                await Task.Delay(DatabaseErrorClassifier.IsTransient(e) ? ShortDelay : LongDelay, clock, ct);
            }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't start jobs yet. Retrying soon.")]
    private partial void LogNotStarted(Exception e);
}
