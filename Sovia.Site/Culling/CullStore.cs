using Marten;

namespace Sovia.Culling;

/// <summary>Stores the steps of culls, so that a cull can be resumed from its URL on any device.</summary>
public sealed class CullStore(IDocumentSession session, TimeProvider clock)
{
    /// <summary>The maximum number of steps of a cull.</summary>
    public const int MaxSteps = 20_000;

    /// <summary>Loads the state of a cull; a cull without steps has not begun.</summary>
    public async Task<CullState> LoadAsync(Guid cull, CancellationToken ct) =>
        new(await session.Query<CullStep>().Where(step => step.Cull == cull).OrderBy(step => step.Id).Take(MaxSteps).ToListAsync(ct));

    /// <summary>Stores a step.</summary>
    /// <param name="cull">The cull.</param>
    /// <param name="at">The post that is shown.</param>
    /// <param name="verdicts">The verdicts by post.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AddStepAsync(Guid cull, Guid at, IReadOnlyDictionary<Guid, CullVerdict> verdicts, CancellationToken ct)
    {
        session.Store(new CullStep(Guid.CreateVersion7(clock.GetUtcNow()), cull, at, verdicts));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Removes the last step.</summary>
    /// <returns>The post that the step showed; null if there is no step.</returns>
    public async Task<Guid?> RemoveLastStepAsync(Guid cull, CancellationToken ct)
    {
        if (await session.Query<CullStep>().Where(step => step.Cull == cull).OrderByDescending(step => step.Id)
            .FirstOrDefaultAsync(ct) is not { } last) return null;
        session.Delete(last);
        await session.SaveChangesAsync(ct);
        return last.At;
    }

    /// <summary>Deletes steps that have been applied.</summary>
    public async Task DeleteStepsAsync(IReadOnlyList<CullStep> steps, CancellationToken ct)
    {
        foreach (var step in steps) session.Delete<CullStep>(step.Id);
        await session.SaveChangesAsync(ct);
    }
}
