using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Reads import runs.</summary>
public sealed class ImportRunReader(IQuerySession session, JobRowStore rows, JobBlockedReasons blockedReasons, JobQueueStore jobs,
    NodeId node)
{
    /// <summary>Returns the reason why a run is blocked, on any node, in text for the user; null if the run is not blocked.</summary>
    public async Task<string?> FindBlockedReasonAsync(ImportRun run, CancellationToken ct) => run.State switch
    {
        ImportState.Importing or ImportState.Queued or ImportState.Reading when run.Node is { } holder && holder != node.Value
            && !await jobs.IsNodeAliveAsync(holder, ct) =>
            "The files of this import are on another server where Sovia is not running. The import resumes when Sovia starts there.",
        ImportState.Importing or ImportState.Queued => await FindBlockedReasonAsync(ImportJob.JobName, run, ct),
        ImportState.Undoing => await FindBlockedReasonAsync(UndoImportJob.JobName, run, ct),
        _ => null,
    };

    // This process knows the reason even if the database cannot store it.
    private async Task<string?> FindBlockedReasonAsync(string job, ImportRun run, CancellationToken ct) =>
        blockedReasons.Find(job, run.Id.ToString()) ?? (await rows.FindAsync(job, run.Id.ToString(), ct))?.Trouble;

    /// <summary>Returns a run, or null if there is none.</summary>
    public Task<ImportRun?> FindAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportRun>(id, ct);

    /// <summary>Returns the preview of a run, or null if there is none.</summary>
    public Task<ImportPreview?> FindPreviewAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportPreview>(id, ct);

    /// <summary>Returns the latest runs, newest first.</summary>
    public Task<IReadOnlyList<ImportRun>> ListRecentAsync(int count, CancellationToken ct) =>
        session.Query<ImportRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct);
}
