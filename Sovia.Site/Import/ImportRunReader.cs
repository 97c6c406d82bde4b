using Marten;
using Sovia.Import.Previews;
using Sovia.Jobs;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Reads import runs.</summary>
public sealed class ImportRunReader(IQuerySession session, JobRowStore rows, JobBlockedReasons troubles, JobQueueStore jobs, NodeId node)
{
    /// <summary>What a run waits for at the moment, in words, on whichever node; null where nothing keeps it.</summary>
    public async Task<string?> FindBlockedReasonAsync(ImportRun run, CancellationToken ct) => run.State switch
    {
        ImportState.Importing or ImportState.Queued or ImportState.Reading when run.Node is { } holder && holder != node.Value
            && !await jobs.IsNodeAliveAsync(holder, ct) =>
            "The files of this import are on another server where Sovia is not running. The import resumes when Sovia starts there.",
        ImportState.Importing or ImportState.Queued => await FindBlockedReasonAsync(ImportJob.JobName, run, ct),
        ImportState.Undoing => await FindBlockedReasonAsync(UndoImportJob.JobName, run, ct),
        _ => null,
    };

    // This process knows it even where the database does not take it.
    private async Task<string?> FindBlockedReasonAsync(string job, ImportRun run, CancellationToken ct) =>
        troubles.Find(job, run.Id.ToString()) ?? (await rows.FindAsync(job, run.Id.ToString(), ct))?.Trouble;

    /// <summary>One run, or null.</summary>
    public Task<ImportRun?> FindAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportRun>(id, ct);

    /// <summary>What a run at its preview would bring, or null.</summary>
    public Task<ImportPreview?> FindPreviewAsync(Guid id, CancellationToken ct) => session.LoadAsync<ImportPreview>(id, ct);

    /// <summary>The latest runs, newest first.</summary>
    public Task<IReadOnlyList<ImportRun>> ListRecentAsync(int count, CancellationToken ct) =>
        session.Query<ImportRun>().OrderByDescending(run => run.StartedAt).Take(count).ToListAsync(ct);
}
