using Marten;
using Sovia.Jobs;
using Sovia.Library;

namespace Sovia.Downloads.Runs;

/// <summary>Starts a download from public hosts. The user always starts it; nothing downloads automatically.</summary>
public sealed class StartDownload(IDocumentSession session, EnqueueJob enqueue, TimeProvider clock)
{
    /// <summary>Queues a run, unless one is open.</summary>
    /// <param name="scope">The posts whose files are requested.</param>
    /// <param name="id">The ID of the post or the import run, for any scope but all.</param>
    /// <param name="kind">Only images or only videos; null for both.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The ID of the new run, or of the run that is already open.</returns>
    public async Task<Guid> RunAsync(DownloadScope scope, Guid? id, MediaKind? kind, CancellationToken ct)
    {
        var openRun = await session.Query<DownloadRun>()
            .Where(run => run.State == DownloadState.Queued || run.State == DownloadState.Running || run.State == DownloadState.Paused)
            .FirstOrDefaultAsync(ct);
        if (openRun is not null) return openRun.Id;
        var run = new DownloadRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            StartedAt = clock.GetUtcNow(),
            Files = new() { Scope = scope, Id = id, Kind = kind, Access = HostAccess.Public, Roles = [DownloadRole.Media] },
        };
        session.Store(run);
        await session.SaveChangesAsync(ct);
        await enqueue.RunAsync(DownloadJob.JobName);
        return run.Id;
    }
}
