using Marten;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Demo;

/// <summary>Adds the demo to an empty library.</summary>
public sealed class StartDemo(IDocumentSession session, DemoSource source, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>
    /// Queues the import run that renders the demo. Leaves an existing or running demo unchanged, and resumes a stopped one.
    /// </summary>
    /// <returns>The run's id, or null if the library already has other posts.</returns>
    public async Task<Guid?> QueueAsync(CancellationToken ct)
    {
        var existingRun = await session.LoadAsync<ImportRun>(DemoIds.Run, ct);
        if (existingRun is { State: not (ImportState.Failed or ImportState.Cancelled or ImportState.Undone) }) return existingRun.Id;
        if (existingRun is null && await session.Query<Post>().AnyAsync(ct)) return null;
        // The posts' times depend on the start time, so a resumed demo keeps it.
        var startedAt = existingRun?.StartedAt ?? clock.GetUtcNow();
        session.Delete<ImportCancellation>(DemoIds.Run);
        session.Store(new ImportRun
        {
            Id = DemoIds.Run,
            State = ImportState.Queued,
            StartedAt = startedAt,
            Sources = [await source.CreateSourceAsync(startedAt, ct)],
        });
        RefreshFamilies.AdvanceVersion(session);
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(ImportJob.JobName);
        return DemoIds.Run;
    }
}
