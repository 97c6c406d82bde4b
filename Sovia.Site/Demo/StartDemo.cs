using Marten;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Demo;

/// <summary>Puts the demo into an empty library.</summary>
public sealed class StartDemo(IDocumentSession session, DemoSource source, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>Queues the run that draws it. A demo that is there or on its way stays as it is; one that was stopped goes on.</summary>
    /// <returns>The run's id, or null where the library has posts already.</returns>
    public async Task<Guid?> QueueAsync(CancellationToken ct)
    {
        var before = await session.LoadAsync<ImportRun>(DemoIds.Run, ct);
        if (before is { State: not (ImportState.Failed or ImportState.Cancelled or ImportState.Undone) }) return before.Id;
        if (before is null && await session.Query<Post>().AnyAsync(ct)) return null;
        // The times of its posts hang on the start: a demo that goes on keeps them.
        var startedAt = before?.StartedAt ?? clock.GetUtcNow();
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
