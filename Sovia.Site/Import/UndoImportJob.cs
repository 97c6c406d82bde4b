using Marten;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>Undoes runs on request, in the concurrency group of imports. Runs on any node, because it needs no files.</summary>
public sealed class UndoImportJob(UndoImport undo, IQuerySession session) : IJob
{
    /// <summary>The job's name.</summary>
    public const string JobName = "undo";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public string ConcurrencyGroup => ImportJob.JobName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        [.. (await session.Query<ImportRun>().Where(run => run.State == ImportState.Undoing).OrderBy(run => run.StartedAt)
            .Select(run => run.Id).ToListAsync(ct)).Select(id => id.ToString())];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await session.LoadAsync<ImportRun>(Guid.Parse(item), ct) is { State: ImportState.Undoing, Undo: { } undoProgress } run)
            await undo.RunLockedAsync(run.Id, undoProgress.KeepsEdited, ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) =>
        undo.AbortAsync(Guid.Parse(item),
            $"{ImportFailureMessage.FromException(fault)} Items removed so far stay removed. Start the undo again to continue.", ct);
}
