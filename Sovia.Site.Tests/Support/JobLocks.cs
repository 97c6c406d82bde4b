using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Tests.Support;

/// <summary>
/// The lanes of imports and of short jobs, and the scanner's lock: while they are held, no such job of the default library is under way.
/// </summary>
internal sealed class JobLocks : IAsyncDisposable
{
    private readonly List<LibraryLockHandle> handles = [];

    /// <summary>Waits until no such job is under way, and holds their lanes.</summary>
    public static async Task<JobLocks> AcquireAsync(IServiceProvider services)
    {
        var locks = services.GetRequiredService<LibraryLockProvider>();
        var lanes = new JobLocks();
        foreach (var name in Names(services)) lanes.handles.Add(await locks.AcquireAsync(name, default));
        return lanes;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var handle in handles) await handle.DisposeAsync();
    }

    // In one order, so that two resets side by side do not wait for each other.
    private static List<string> Names(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetServices<IJob>().Where(job => !job.IsLongRunning || job.ConcurrencyGroup == ImportJob.JobName)
            .SelectMany(job => Enumerable.Range(0, job.MaxConcurrency).Select(place => RunJob.GetLockName(job, place)))
            .Append("scan").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }
}
