using Marten;
using Sovia.Jobs;

namespace Sovia.Import.Previews;

/// <summary>
/// Takes a run from the queue to its preview. Of the library nothing is written; the run's own document tells how far it is.
/// </summary>
public sealed partial class PreviewImport(DryRunImport foresee, ImportSpool spool, ISessionFactory sessions, TimeProvider clock,
    ILogger<PreviewImport> logger)
{
    /// <summary>Reads the run. It may die at any point and be run again; a run that asks for nothing is left alone.</summary>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is not { } run) return;
        try
        {
            // Issues of a run under way are the business of its end.
            var seen =
                new ProgressSaver<ImportRun>((read, ct) =>
                    SaveProgressAsync(run with { BytesRead = read.BytesRead, Counts = read.Counts }, ct), clock);
            var read = await seen.RunAsync(() => foresee.RunAsync(run, spool.GetFiles(run), seen, ct), ct);
            await EndAsync(read.Run, read.Preview, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseErrorClassifier.IsTransient(e))
        {
            LogFailed(e, id);
            await FailAsync(run, e, ct);
        }
    }

    /// <summary>Notes that a run could not be read.</summary>
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
            { AsksFirst: true, State: ImportState.Queued or ImportState.Reading } run) return null;
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

    // A dry run calls its state importing, finished or failed, as the real one would.
    private async Task EndAsync(ImportRun run, ImportPreview? preview, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, run.Id, ct) is not { State: ImportState.Reading } before) return;
        var state = await session.LoadAsync<ImportCancellation>(run.Id, ct) is not null ? ImportState.Cancelled
            : run.State == ImportState.Finished ? ImportState.Preview : run.State;
        var ended = state is ImportState.Cancelled or ImportState.Failed;
        run = (state == ImportState.Cancelled ? before.WithProgressReset() : run) with
        { State = state, BegunAt = before.BegunAt, Pace = before.Pace, FinishedAt = ended ? clock.GetUtcNow() : null };
        session.Store(run);
        if (state == ImportState.Preview && preview is not null) session.Store(preview);
        await session.SaveChangesAsync(ct);
        if (ended) spool.Remove(run.Id);
    }

    /// <summary>Stores how far a reader is.</summary>
    /// <returns>False where that counts no more: another reader has begun the run anew, or has come to its end.</returns>
    internal async Task<bool> SaveProgressAsync(ImportRun run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await ImportRunLock.LoadLockedAsync(session, run.Id, ct) is not { State: ImportState.Reading } now
            || now.BegunAt != run.BegunAt) return false;
        session.Store(run);
        await session.SaveChangesAsync(ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The preview of import {Run} failed")]
    private partial void LogFailed(Exception e, Guid run);
}
