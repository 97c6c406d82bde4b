using Marten;

namespace Sovia.Culling;

/// <summary>Keeps the steps of culls, so that a cull goes on from its address wherever it is opened.</summary>
public sealed class Culls(IDocumentSession session, TimeProvider clock)
{
    /// <summary>The most steps of a cull.</summary>
    public const int MostSteps = 20_000;

    /// <summary>A cull as it stands; one without steps is one that nobody began.</summary>
    public async Task<CullState> OfAsync(Guid cull, CancellationToken ct) =>
        new(await session.Query<CullStep>().Where(step => step.Cull == cull).OrderBy(step => step.Id).Take(MostSteps).ToListAsync(ct));

    /// <summary>Notes a step.</summary>
    /// <param name="cull">The cull.</param>
    /// <param name="at">The post that is shown.</param>
    /// <param name="verdicts">What was decided, by post.</param>
    /// <param name="ct">Cancels.</param>
    public async Task NoteAsync(Guid cull, Guid at, IReadOnlyDictionary<Guid, Verdict> verdicts, CancellationToken ct)
    {
        session.Store(new CullStep(Guid.CreateVersion7(clock.GetUtcNow()), cull, at, verdicts));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The post that was shown then; null where there is no step.</returns>
    public async Task<Guid?> BackAsync(Guid cull, CancellationToken ct)
    {
        if (await session.Query<CullStep>().Where(step => step.Cull == cull).OrderByDescending(step => step.Id).FirstOrDefaultAsync(ct) is not { } last) return null;
        session.Delete(last);
        await session.SaveChangesAsync(ct);
        return last.At;
    }

    /// <summary>Forgets steps that were carried out.</summary>
    public async Task ForgetAsync(IReadOnlyList<CullStep> steps, CancellationToken ct)
    {
        foreach (var step in steps) session.Delete<CullStep>(step.Id);
        await session.SaveChangesAsync(ct);
    }
}
