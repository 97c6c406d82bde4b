using Marten;
using Sovia.Jobs;

namespace Sovia.Import.Previews;

/// <summary>
/// Reads a queued run up to its preview. Writes nothing to the library, only the run's own document to report progress.
/// </summary>
public sealed partial class PreviewImport(DryRunImport dryRun, ImportSpool spool, ISessionFactory sessions, TimeProvider clock,
    ILogger<PreviewImport> logger)
{
    /// <summary>Reads the run. It may crash at any point and be called again. Does nothing unless the run waits for its preview.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is not { } run) return;
        try
        {
            // Issues are stored only at the end of the run.
            var progressSaver = new ProgressSaver<ImportRun>((current, ct) =>
                SaveProgressAsync(run with { BytesRead = current.BytesRead, Counts = current.Counts }, ct), clock);
            var result = await progressSaver.RunAsync(() => dryRun.RunAsync(run, spool.GetFiles(run), progressSaver, ct), ct);
            await EndAsync(result.Run, result.Preview, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseErrorClassifier.IsTransient(e))
        {
            LogFailed(e, id);
            await FailAsync(run, e, ct);
        }
    }

    /// <summary>Marks a run as failed because it could not be read.</summary>
    public async Task FailAsync(Guid id, Exception fault, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } run) await FailAsync(run, fault, ct);
    }

    private Task FailAsync(ImportRun run, Exception fault, CancellationToken ct) =>
        EndAsync(run with { State = ImportState.Failed, Failure = $"{ImportFailureMessage.FromException(fault)} Nothing was written." },
            null, ct);

    private async Task<ImportRun?> BeginAsync(Guid id, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, id, ct) is not
            { StopsAtPreview: true, State: ImportState.Queued or ImportState.Reading } run) return null;
        run = run.WithProgressReset() with
        {
            State = ImportState.Reading,
            BegunAt = clock.GetUtcNow(),
            Pace = new(clock.GetUtcNow(), 0, 0)
        };
        session.Store(run);
        await session.SaveChangesAsync(ct);
        return run;
    }

    // A dry run has the states of a real run (importing, finished or failed), so they are mapped to those of a preview.
    private async Task EndAsync(ImportRun run, ImportPreview? preview, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, run.Id, ct) is not { State: ImportState.Reading } storedRun) return;
        var state = await session.LoadAsync<ImportCancellation>(run.Id, ct) is not null ? ImportState.Cancelled
            : run.State == ImportState.Finished ? ImportState.Preview : run.State;
        var hasEnded = state is ImportState.Cancelled or ImportState.Failed;
        run = (state == ImportState.Cancelled ? storedRun.WithProgressReset() : run) with
        { State = state, BegunAt = storedRun.BegunAt, Pace = storedRun.Pace, FinishedAt = hasEnded ? clock.GetUtcNow() : null };
        session.Store(run);
        if (state == ImportState.Preview && preview is not null) session.Store(preview);
        await session.SaveChangesAsync(ct);
        if (hasEnded) spool.Remove(run.Id);
    }

    /// <summary>Stores the progress of a reader.</summary>
    /// <returns>False if the progress is obsolete because another reader has restarted or ended the run.</returns>
    internal async Task<bool> SaveProgressAsync(ImportRun run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, run.Id, ct) is not { State: ImportState.Reading } storedRun
            || storedRun.BegunAt != run.BegunAt) return false;
        session.Store(run);
        await session.SaveChangesAsync(ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The preview of import {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);
}
