using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// The method that the engine calls: runs a job's pending items in a library, one after the other, under the lock of the job's
/// concurrency group.
/// </summary>
public sealed partial class RunJob(IServiceScopeFactory scopes, LibraryLockProvider locks, RunJobItem runItem, EnqueueJob enqueue,
    TimeProvider clock, ILogger<RunJob> logger)
{
    private static readonly TimeSpan InitialDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    // Running items, for concurrency groups that run several at once.
    private readonly ConcurrentDictionary<(string Library, string Job, string Item), bool> active = new();

    /// <summary>
    /// Runs items until none is pending. Returns at once if the lock is taken, because the lock's holder looks for items once more before
    /// it ends.
    /// </summary>
    /// <param name="name">The job kind's name.</param>
    /// <param name="library">The library's tenant id.</param>
    /// <param name="ct">Stops the work; a running item is queued again.</param>
    public async Task RunAsync(string name, string library, CancellationToken ct)
    {
        using var libraryScope = CurrentLibrary.Enter(library);
        for (var delay = InitialDelay; ;)
        {
            try
            {
                await RunPendingItemsAsync(name, ct);
                return;
            }
            catch (Exception e) when ((DatabaseErrorClassifier.IsTransient(e) || e is OperationCanceledException)
                && !ct.IsCancellationRequested)
            {
                // A cancellation while the site is running can only mean that the lock was lost.
                LogDatabaseAway(e.Message, delay.TotalSeconds);
                await Task.Delay(delay, clock, ct);
                delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // The items are still pending and found by the next sweep.
                LogFault(e, name);
                return;
            }
        }
    }

    private async Task RunPendingItemsAsync(string name, CancellationToken ct)
    {
        // An item that is still pending after it ran is left to the next sweep.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            await using var lockHandle = await TryLockAsync(name, ct);
            if (lockHandle is null) return;
            // Work must stop writing when its lock is lost.
            using var linkedCancellation = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
            while (await ClaimAsync(name, seen, linkedCancellation.Token) is { } item)
                try
                {
                    await runItem.RunAsync(name, item, linkedCancellation.Token);
                }
                finally
                {
                    active.TryRemove((CurrentLibrary.Id, name, item), out _);
                }
        }
        while ((await FindItemsAsync(name, ct)).Any(item => !seen.Contains(item) && !active.ContainsKey((CurrentLibrary.Id, name, item))));
        await EnqueueGroupAsync(name, ct);
    }

    private async Task<LibraryLockHandle?> TryLockAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetJob(name);
        for (var slot = 0; slot < job.MaxConcurrency; slot++)
            if (await locks.TryAcquireAsync(GetLockName(job, slot), ct) is { } lockHandle) return lockHandle;
        return null;
    }

    /// <summary>Returns the name of one of a group's <see cref="IJob.MaxConcurrency"/> locks.</summary>
    internal static string GetLockName(IJob job, int slot) => slot == 0 ? job.ConcurrencyGroup : $"{job.ConcurrencyGroup} {slot}";

    private async Task<string?> ClaimAsync(string name, HashSet<string> seen, CancellationToken ct) =>
        (await FindItemsAsync(name, ct)).FirstOrDefault(item => !seen.Contains(item) && active.TryAdd((CurrentLibrary.Id, name, item), true)
            && seen.Add(item));

    private async Task<IReadOnlyList<string>> FindItemsAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetJob(name).FindPendingAsync(ct);
    }

    // Other kinds of the same group may have found the lock taken meanwhile.
    private async Task EnqueueGroupAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var group = scope.ServiceProvider.GetJob(name).ConcurrencyGroup;
        foreach (var job in scope.ServiceProvider.GetServices<IJob>())
            if (job.ConcurrencyGroup == group && job.Name != name && (await job.FindPendingAsync(ct)).Count > 0)
                await enqueue.RunAsync(job.Name);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not respond ({Reason}). Retrying in {Seconds} s.")]
    private partial void LogDatabaseAway(string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Can't process {Job} jobs. Retrying soon.")]
    private partial void LogFault(Exception e, string job);
}
