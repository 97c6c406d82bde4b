using Marten;

namespace Sovia.Culling;

/// <summary>Keeps the steps of culls, so that a cull goes on from its address wherever it is opened.</summary>
public sealed class CullStore(IDocumentSession session, TimeProvider clock)
{
    /// <summary>The most steps of a cull.</summary>
    public const int MaxSteps = 20_000;

    /// <summary>A cull as it stands; one without steps is one that nobody began.</summary>
    public async Task<CullState> LoadAsync(Guid cull, CancellationToken ct) =>
        new(await session.Query<CullStep>().Where(step => step.Cull == cull).OrderBy(step => step.Id).Take(MaxSteps).ToListAsync(ct));

    /// <summary>Notes a step.</summary>
    /// <param name="cull">The cull.</param>
    /// <param name="at">The post that is shown.</param>
    /// <param name="verdicts">What was decided, by post.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AddStepAsync(Guid cull, Guid at, IReadOnlyDictionary<Guid, CullVerdict> verdicts, CancellationToken ct)
    {
        session.Store(new CullStep(Guid.CreateVersion7(clock.GetUtcNow()), cull, at, verdicts));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The post that was shown then; null where there is no step.</returns>
    public async Task<Guid?> RemoveLastStepAsync(Guid cull, CancellationToken ct)
    {
        if (await session.Query<CullStep>().Where(step => step.Cull == cull).OrderByDescending(step => step.Id)
            .FirstOrDefaultAsync(ct) is not { } last) return null;
        session.Delete(last);
        await session.SaveChangesAsync(ct);
        return last.At;
    }

    /// <summary>Forgets steps that were carried out.</summary>
    public async Task DeleteStepsAsync(IReadOnlyList<CullStep> steps, CancellationToken ct)
    {
        foreach (var step in steps) session.Delete<CullStep>(step.Id);
        await session.SaveChangesAsync(ct);
    }
}
