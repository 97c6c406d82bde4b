using Marten;
using Sovia.Jobs;

namespace Sovia.Import;

/// <summary>
/// Writes queued runs one at a time for each library, on the node that has their files. A run resumes after its last batch. A run that
/// cannot be written fails, and the next one starts.
/// </summary>
public sealed class ImportJob(LocalImportRuns localRuns, ImportSpool spool, IEnumerable<ImportFileProvider> fileProviders,
    ImportFiles import,
    ISessionFactory sessions, TimeProvider clock) : IJob
{
    /// <summary>The job's name, and that of the concurrency group in which a library is written.</summary>
    public const string JobName = "import";

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.NodeWithFiles;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        [.. (await localRuns.ListUnfinishedAsync(ct))
            .Where(run => run is { State: ImportState.Queued or ImportState.Importing, StopsAtPreview: false }
                || AbandonedImportJob.IsAbandoned(run)).Select(run => run.Id.ToString())];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        var id = Guid.Parse(item);
        if (await LoadAsync(id, ct) is not { } run || LocalImportRuns.IsFinal(run))
        {
            spool.Remove(id);
            return;
        }
        var provider = fileProviders.FirstOrDefault(origin => origin.RunId == id);
        if (provider is null && !spool.HasFiles(id)) return;
        await import.RunAsync(run with { Failure = null, FinishedAt = null, IsGivenUp = false }, provider?.CreateFiles(run)
            ?? spool.GetFiles(run), dryRun: false, progress: null, ct);
        if (provider is not null) await provider.OnCompleted(ct);
        spool.Remove(id);
    }

    /// <inheritdoc/>
    public async Task FailAsync(string item, Exception fault, string reason, CancellationToken ct)
    {
        var id = Guid.Parse(item);
        // A run that was interrupted too often may resume later. Its files are kept, because nothing is wrong with them.
        var isGivenUp = fault is JobRetriesExhaustedException && spool.HasFiles(id);
        await using var session = sessions.OpenSession();
        // An error after the run's end is not a failure of the run.
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is { } run && !LocalImportRuns.IsFinal(run))
        {
            var resumeHint = isGivenUp ? "Choose Resume to continue." : "Import the same files again to continue.";
            var failure = $"{ImportFailureMessage.FromException(fault)} Items imported so far are kept. {resumeHint}";
            session.Store(run with
            {
                State = ImportState.Failed,
                FinishedAt = clock.GetUtcNow(),
                Failure = failure,
                IsGivenUp = isGivenUp
            });
            await session.SaveChangesAsync(ct);
            if (isGivenUp) return;
        }
        spool.Remove(id);
    }

    private async Task<ImportRun?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.LoadAsync<ImportRun>(id, ct);
    }
}
