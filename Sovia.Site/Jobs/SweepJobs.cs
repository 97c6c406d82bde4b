using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Queues what wants work and is not queued: its process died between the commit and the queue, or its turn came while another node had the lane.</summary>
internal sealed partial class SweepJobs(IServiceScopeFactory scopes, JobStore store, JobQueues queues, KnownLibraries libraries, TimeProvider clock, ILogger<SweepJobs> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Looks at once and then now and then, until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        // What the process before this one was at is still leased to it; whether it lives tells the lock of the lane.
        await TryAsync(trustsQueue: false, ct);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(ct)) await TryAsync(trustsQueue: true, ct);
    }

    private async Task TryAsync(bool trustsQueue, CancellationToken ct)
    {
        try
        {
            await libraries.ForEachAsync(ct => SweepAsync(CurrentLibrary.Id, trustsQueue, ct), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, the next look is in a moment.
            LogFault(e);
        }
    }

    private async Task SweepAsync(string library, bool trustsQueue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
        {
            if ((await job.WaitingAsync(ct)).Count == 0) continue;
            var queue = queues.Of(job);
            if (trustsQueue && await store.HasAsync(queue, job.Name, library, ct)) continue;
            await store.AddAsync(queue, job.Name, library, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs could not be looked after; they are in a moment")]
    private partial void LogFault(Exception e);
}
