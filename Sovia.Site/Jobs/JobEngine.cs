using Hangfire.Server;
using Hangfire.States;

namespace Sovia.Jobs;

/// <summary>Runs queued jobs in this process, from the site's start to its stop.</summary>
internal sealed partial class JobEngine(JobQueueStore store, JobQueues queues, RunJobActivator activation, SweepJobs sweep,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<JobEngine> logger)
    : BackgroundService
{
    // In addition, one worker each is reserved for shared short work and for local long work.
    private const int PromptAtOnce = 3, LongAtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), LongPause = TimeSpan.FromSeconds(30),
        LongestStop = TimeSpan.FromSeconds(10);

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

    // The first page does not need jobs, so they wait until the site has started and a moment longer.
    private async Task WaitForStartAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var registered = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(ct);
        await Task.Delay(Pause, clock, ct);
    }

    private async Task<BackgroundProcessingServer> StartServerAsync(CancellationToken ct)
    {
        while (true)
            try
            {
                var storage = await store.OpenAsync(ct);
                var performer = new BackgroundJobPerformer(JobQueueStore.Filters, activation, TaskScheduler.Default);
                var changer = new BackgroundJobStateChanger(JobQueueStore.Filters);
                return new(
                    storage,
                    [
                        new Worker(queues.ShortQueues, performer, changer).UseBackgroundPool(PromptAtOnce),
                        new Worker(queues.SharedShortQueues, performer, changer).UseBackgroundPool(1),
                        new Worker(queues.LongQueues, performer, changer).UseBackgroundPool(LongAtOnce),
                        new Worker(queues.LocalLongQueues, performer, changer).UseBackgroundPool(1),
                    ],
                    new Dictionary<string, object>
                    {
                        ["Queues"] = queues.ShortQueues.Concat(queues.LongQueues).ToArray(),
                        ["WorkerCount"] = PromptAtOnce + LongAtOnce
                        + 2
                    },
                    new()
                    {
                        HeartbeatInterval = TimeSpan.FromSeconds(5),
                        ServerTimeout = TimeSpan.FromMinutes(2),
                        RestartDelay = Pause,
                        RetryDelay = _ => Pause,
                        ShutdownTimeout = LongestStop,
                    });
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogNotOpened(e);
                await Task.Delay(DatabaseErrorClassifier.IsTransient(e) ? Pause : LongPause, clock, ct);
            }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs cannot begin yet; they are tried again in a moment")]
    private partial void LogNotOpened(Exception e);
}
