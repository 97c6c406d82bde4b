using Marten;
using Sovia.Index.Writing;
using Sovia.Jobs;
using Sovia.Library.Writing;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// Restores the library to what it would be without a run. The source records of earlier and later runs stay. It may crash at any point
/// and be called again.
/// </summary>
public sealed class UndoImport(ISessionFactory sessions, LibraryLockProvider locks, TimeProvider clock)
{
    /// <summary>Undoes a run. Idempotent.</summary>
    /// <param name="id">A run that has ended, or whose undo was requested.</param>
    /// <param name="leavesEdited">True to keep posts that the user has edited; false to undo nothing if there are any.</param>
    /// <param name="ct">Stops between batches; the next call resumes.</param>
    public async Task<UndoPlan> RunAsync(Guid id, bool leavesEdited, CancellationToken ct)
    {
        await using var lockHandle = await locks.AcquireAsync(ImportJob.JobName, ct);
        using var linkedCts = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
        return await RunLockedAsync(id, leavesEdited, linkedCts.Token);
    }

    /// <summary>Undoes a run for a caller that holds the import lock.</summary>
    internal async Task<UndoPlan> RunLockedAsync(Guid id, bool leavesEdited, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        var run = await session.LoadAsync<ImportRun>(id, ct);
        var others = await OtherRunRecords.ReadAsync(session, id, ct);
        var plan = await PlanAsync(session, run, others, ct);
        if (plan.Refusal is null && plan.Kept.Count > 0 && !leavesEdited)
            plan = plan with
            {
                Refusal =
                    $"{plan.Kept.Count:N0} {(plan.Kept.Count == 1 ? "item has" : "items have")} been edited since. You can keep {(plan.Kept.Count == 1 ? "it" : "those")} and undo the rest."
            };
        if (run is null || run.State == ImportState.Undone) return plan;
        if (plan.Refusal is not null)
        {
            await AbortAsync(id, plan.Refusal, ct);
            return plan;
        }
        var batches = await ImportedRecordStore.ListBatchesAsync(session, id, ct);
        var undo = run.Undo is { } existingUndo && run.State == ImportState.Undoing ? existingUndo
            : new() { RequestedAt = clock.GetUtcNow(), PreviousState = run.State, KeepsEdited = leavesEdited };
        session.Store(run with { State = ImportState.Undoing, Undo = undo with { Batches = undo.UndoneBatches + batches.Count } });
        await session.SaveChangesAsync(ct);
        var batchPlans = new List<UndoPlan>(batches.Count);
        foreach (var batch in batches) batchPlans.Add(await UndoBatchAsync(id, batch, others, ct));
        await CompleteAsync(id, ct);
        await using var maintenanceSession = sessions.OpenSession();
        await IndexMaintenance.RunIfDueAsync(maintenanceSession, ct);
        return UndoPlan.Combine(batchPlans);
    }

    /// <summary>Sets a run back to its state before the undo was requested. Batches that are undone stay undone.</summary>
    /// <param name="id">The run.</param>
    /// <param name="reason">The reason, in text for the user.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AbortAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(id, ct) is not { State: ImportState.Undoing, Undo: { } undo } run) return;
        session.Store(run with { State = undo.PreviousState, Undo = undo with { Refusal = reason } });
        await session.SaveChangesAsync(ct);
    }

    private static async Task<UndoPlan> PlanAsync(IDocumentSession session, ImportRun? run, OtherRunRecords others, CancellationToken ct)
    {
        if (run is { State: ImportState.Undone }) return new();
        var batches = run is null ? [] : await ImportedRecordStore.ListBatchesAsync(session, run.Id, ct);
        if (GetRefusalReason(run, batches.Count) is { } refusal) return new() { Refusal = refusal };
        var plans = new List<UndoPlan>(batches.Count);
        foreach (var batch in batches)
            plans.Add(await new UndoImportBatch(session, await ImportedRecords.ReadAsync(session, batch, others, ct)).PlanAsync(ct));
        return UndoPlan.Combine(plans);
    }

    private static string? GetRefusalReason(ImportRun? run, int batchCount) => run switch
    {
        null => "No import with this ID.",
        { HasEnded: false, State: not ImportState.Undoing } => "This import is still running. Stop it first.",
        { Counts.Posts: > 0, Undo: null or { UndoneBatches: 0 } } when batchCount == 0 =>
            "This import can't be undone: the version of Sovia that ran it didn't record which items it added.",
        _ => null,
    };

    // Runs in one transaction with the progress of the undo. A post that the database refuses to restore is kept with the reason, and the
    // rest is undone without it.
    private async Task<UndoPlan> UndoBatchAsync(Guid run, long batch, OtherRunRecords others, CancellationToken ct)
    {
        ImportedRecords importedRecords;
        await using (var session = sessions.OpenSession()) importedRecords = await ImportedRecords.ReadAsync(session, batch, others, ct);
        var plans = new List<UndoPlan>();
        var isProgressRecorded = false;
        await BisectingWriter.WriteAsync(
            importedRecords.PostIds,
            async (postIds, ct) =>
            {
                await using var session = sessions.OpenSession();
                await LibraryWriteLock.AcquireAsync(session, ct);
                var plan = await new UndoImportBatch(session, importedRecords.ForPosts(postIds)).WriteAsync(ct);
                var isWholeBatch = postIds.Count == importedRecords.PostIds.Count;
                if (isWholeBatch) await RecordProgressAsync(session, run, batch, plan, ct);
                await session.SaveChangesAsync(ct);
                isProgressRecorded = isWholeBatch;
                plans.Add(plan);
            },
            (post, e) => plans.Add(new() { Kept = [new(post, DatabaseErrors.Explain(e) ?? e.Message)] }),
            ct);
        var combined = UndoPlan.Combine(plans);
        if (isProgressRecorded) return combined;
        await using var progressSession = sessions.OpenSession();
        await RecordProgressAsync(progressSession, run, batch, combined, ct);
        await progressSession.SaveChangesAsync(ct);
        return combined;
    }

    private static async Task RecordProgressAsync(IDocumentSession session, Guid run, long batch, UndoPlan plan, CancellationToken ct)
    {
        session.QueueSqlCommand("delete from sovia.run_statement where tenant_id = ? and batch = ?", session.TenantId, batch);
        if (await session.LoadAsync<ImportRun>(run, ct) is { Undo: { } undo } storedRun)
            session.Store(storedRun with { Undo = undo.WithBatch(plan) });
    }

    private async Task CompleteAsync(Guid run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(run, ct) is not { State: ImportState.Undoing } storedRun) return;
        session.QueueSqlCommand("delete from sovia.run_post where tenant_id = ? and run_id = ?", session.TenantId, run);
        session.DeleteWhere<ImportedFile>(file => file.Run == run);
        session.Store(storedRun with { State = ImportState.Undone });
        await session.SaveChangesAsync(ct);
    }
}
