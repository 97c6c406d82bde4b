using Marten;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Makes the library what it would be if a run had never been, whatever other runs came before and after: what they said stays. It may
/// die at any point and be asked for again.
/// </summary>
public sealed class UndoImport(ISessionFactory sessions, ImportLock importLock, TimeProvider clock)
{
    /// <summary>Finds out what would be done, and writes nothing.</summary>
    public async Task<UndoPlan> PlanAsync(Guid run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (Refusal(await session.LoadAsync<ImportRun>(run, ct)) is { } refusal) return new() { Refusal = refusal };
        var plan = new UndoPlan();
        foreach (var batch in await RunStatements.BatchesAsync(session, run, ct))
            plan = plan.And(await new UndoStretch(session, await BroughtStatements.OfAsync(session, run, batch, ct)).PlanAsync(ct));
        return plan;
    }

    /// <summary>Undoes a run; once more changes nothing.</summary>
    /// <param name="run">A run that has ended.</param>
    /// <param name="asFarAsPossible">True to leave posts in that the user has done something to; otherwise nothing is done where there are any.</param>
    /// <param name="ct">Stops between batches; asked again it goes on.</param>
    public async Task<UndoPlan> RunAsync(Guid run, bool asFarAsPossible, CancellationToken ct)
    {
        await using var held = await importLock.AcquireAsync(ct);
        var plan = await PlanAsync(run, ct);
        if (plan.Refusal is not null) return plan;
        if (plan.Kept.Count > 0 && !asFarAsPossible)
            return plan with { Refusal = $"{plan.Kept.Count:N0} of its posts would take along what you have done to them since. The rest can be undone without them." };
        plan = new();
        foreach (var batch in await BatchesAsync(run, ct)) plan = plan.And(await UndoAsync(run, batch, ct));
        await EndAsync(run, ct);
        return plan;
    }

    private static string? Refusal(ImportRun? run) => run switch
    {
        null => "There is no such import.",
        { HasEnded: false } => "It is still running. Stop it first.",
        _ => null,
    };

    private async Task<IReadOnlyList<long>> BatchesAsync(Guid run, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await RunStatements.BatchesAsync(session, run, ct);
    }

    private async Task<UndoPlan> UndoAsync(Guid run, long batch, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryTurn.TakeAsync(session, ct);
        var plan = await new UndoStretch(session, await BroughtStatements.OfAsync(session, run, batch, ct)).WriteAsync(ct);
        session.QueueSqlCommand("delete from sovia.run_statement where tenant_id = ? and batch = ?", session.TenantId, batch);
        await session.SaveChangesAsync(ct);
        return plan;
    }

    private async Task EndAsync(Guid run, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(run, ct) is not { UndoneAt: null } ended) return;
        session.QueueSqlCommand("delete from sovia.run_post where tenant_id = ? and run_id = ?", session.TenantId, run);
        session.Store(ended with { UndoneAt = clock.GetUtcNow() });
        await session.SaveChangesAsync(ct);
    }
}
