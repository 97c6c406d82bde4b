using Marten;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// Makes the library what it would be if a run had never been, whatever other runs came before and after: what they said stays. It may
/// die at any point and be asked for again.
/// </summary>
public sealed class UndoImport(ISessionFactory sessions, ImportLock importLock, TimeProvider clock)
{
    /// <summary>Undoes a run; once more changes nothing.</summary>
    /// <param name="id">A run that has ended, or that waits for this.</param>
    /// <param name="leavesEdited">True to leave posts in that the user has done something to; otherwise nothing is done where there are any.</param>
    /// <param name="ct">Stops between batches; asked again it goes on.</param>
    public async Task<UndoPlan> RunAsync(Guid id, bool leavesEdited, CancellationToken ct)
    {
        await using var held = await importLock.AcquireAsync(ct);
        await using var session = sessions.OpenSession();
        var run = await session.LoadAsync<ImportRun>(id, ct);
        var others = await OtherStatements.OfAsync(session, id, ct);
        var plan = await PlanAsync(session, run, others, ct);
        if (plan.Refusal is null && plan.Kept.Count > 0 && !leavesEdited)
            plan = plan with { Refusal = $"{plan.Kept.Count:N0} of its posts would take along what you have done to {(plan.Kept.Count == 1 ? "it" : "them")} since. The rest can be undone without {(plan.Kept.Count == 1 ? "it" : "them")}." };
        if (run is null || run.State == ImportState.Undone) return plan;
        if (plan.Refusal is not null)
        {
            await GiveUpAsync(id, plan.Refusal, ct);
            return plan;
        }
        var batches = await RunStatements.BatchesAsync(session, id, ct);
        var undo = run.Undo is { } begun && run.State == ImportState.Undoing ? begun : new() { AskedAt = clock.GetUtcNow(), Before = run.State, LeavesEdited = leavesEdited };
        session.Store(run with { State = ImportState.Undoing, Undo = undo with { Batches = undo.Done + batches.Count } });
        await session.SaveChangesAsync(ct);
        plan = new();
        foreach (var batch in batches) plan = plan.And(await UndoAsync(id, batch, others, ct));
        await EndAsync(id, ct);
        await using var settling = sessions.OpenSession();
        await SettleIndexes.IfDueAsync(settling, ct);
        return plan;
    }

    /// <summary>Lets the run be what it was before it was to be undone, as far as it still is.</summary>
    /// <param name="id">The run.</param>
    /// <param name="reason">Why, in words for the user.</param>
    /// <param name="ct">Cancels.</param>
    public async Task GiveUpAsync(Guid id, string reason, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(id, ct) is not { State: ImportState.Undoing, Undo: { } undo } run) return;
        session.Store(run with { State = undo.Before, Undo = undo with { Refusal = reason } });
        await session.SaveChangesAsync(ct);
    }

    private static async Task<UndoPlan> PlanAsync(IDocumentSession session, ImportRun? run, OtherStatements others, CancellationToken ct)
    {
        if (run is { State: ImportState.Undone }) return new();
        var batches = run is null ? [] : await RunStatements.BatchesAsync(session, run.Id, ct);
        if (Refusal(run, batches.Count) is { } refusal) return new() { Refusal = refusal };
        var plan = new UndoPlan();
        foreach (var batch in batches)
            plan = plan.And(await new UndoStretch(session, await BroughtStatements.OfAsync(session, batch, others, ct)).PlanAsync(ct));
        return plan;
    }

    private static string? Refusal(ImportRun? run, int batches) => run switch
    {
        null => "There is no such import.",
        { HasEnded: false, State: not ImportState.Undoing } => "It is still running. Stop it first.",
        { Counts.Posts: > 0, Undo: null or { Done: 0 } } when batches == 0 => "It was imported by an earlier version, which did not keep what each import brought.",
        _ => null,
    };

    private async Task<UndoPlan> UndoAsync(Guid run, long batch, OtherStatements others, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryTurn.TakeAsync(session, ct);
        var plan = await new UndoStretch(session, await BroughtStatements.OfAsync(session, batch, others, ct)).WriteAsync(ct);
        session.QueueSqlCommand("delete from sovia.run_statement where tenant_id = ? and batch = ?", session.TenantId, batch);
        if (await session.LoadAsync<ImportRun>(run, ct) is { Undo: { } undo } half) session.Store(half with { Undo = undo.With(plan) });
        await session.SaveChangesAsync(ct);
        return plan;
    }

    private async Task EndAsync(Guid run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(run, ct) is not { State: ImportState.Undoing } ended) return;
        session.QueueSqlCommand("delete from sovia.run_post where tenant_id = ? and run_id = ?", session.TenantId, run);
        session.DeleteWhere<ImportedFile>(file => file.Run == run);
        session.Store(ended with { State = ImportState.Undone });
        await session.SaveChangesAsync(ct);
    }
}
